import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** R006: each step states its time; "none" states that it is not counted. */
export const noDuration: LintRule = (model) =>
  stepsOfPeople(model)
    .filter(({ duration }) => !duration)
    .map(({ id, name }) => ({
      code: 'publish.no-duration',
      severity: 'error',
      element: id,
      message: {
        vi: `Bước "${name}" chưa có thời gian thực hiện.`,
        en: `Step "${name}" has no time limit.`,
      },
      fix: {
        label: { vi: 'Ghi "không tính thời gian"', en: 'Mark it "not counted"' },
        element: id,
        attributes: { durationKind: 'none' },
      },
    }));
