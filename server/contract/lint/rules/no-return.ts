import { isReturnStep, type LintRule, stepsOfPeople } from '../lint-model.ts';

/** A process of a procedure hands its result over: some step allows `return`. Stands on the last step drawn. */
export const noReturn: LintRule = (model) => {
  const people = stepsOfPeople(model);
  const last = people.at(-1);
  if (!last || people.some(isReturnStep)) return [];
  return [
    {
      code: 'publish.no-return',
      severity: 'warning',
      element: last.id,
      message: {
        vi: 'Quy trình chưa có bước trả kết quả: hãy cho phép thao tác "Trả kết quả" ở bước cuối.',
        en: 'The process has no return step: allow the operation "return" at the last step.',
      },
      fix: {
        label: { vi: `Cho phép trả kết quả ở "${last.name}"`, en: `Allow the return at "${last.name}"` },
        element: last.id,
        attributes: { actions: [...last.actions, 'return'].join(' ') },
      },
    },
  ];
};
