import { isReturnStep, type LintRule } from '../lint-model.ts';
import { sumDiffers } from './sum-differs.ts';

/**
 * DL27: handing the result over has no time of its own and stands outside the total. A decision that gives the step time
 * within a total that is right (it digitises the result, too) has decided so.
 */
export const countedReturn: LintRule = (model) =>
  model.steps
    .filter((step) => isReturnStep(step) && step.duration && step.duration.counts !== 'none')
    .filter(() => !model.timeLimit || sumDiffers(model).length > 0)
    .map(({ id, name }) => ({
      code: 'publish.counted-return',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước trả kết quả "${name}" không được tính vào thời hạn giải quyết.`,
        en: `The return step "${name}" must not count towards the legal limit.`,
      },
      fix: {
        label: { vi: 'Đặt "không tính thời gian"', en: 'Mark it "not counted"' },
        element: id,
        attributes: { durationKind: 'none', duration: '' },
      },
    }));
