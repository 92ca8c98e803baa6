import { isReturnStep, type LintRule } from '../lint-model.ts';

/** DL27: handing the result over has no time of its own and stands outside the total. */
export const countedReturn: LintRule = ({ steps }) =>
  steps
    .filter((step) => isReturnStep(step) && step.duration && step.duration.counts !== 'none')
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
