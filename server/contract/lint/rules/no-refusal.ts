import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** R049, R078: a dossier may be refused with a reason (form 03): somewhere a step allows it or issues the paper. */
export const noRefusal: LintRule = (model) => {
  const people = stepsOfPeople(model);
  const first = people[0];
  const hasRefusal = people.some(
    ({ actions, documents }) => actions.includes('refuse') || documents.includes('refusal'),
  );
  if (!first || hasRefusal) return [];
  return [
    {
      code: 'publish.no-refusal',
      severity: 'warning',
      element: first.id,
      message: {
        vi: 'Không bước nào cho phép từ chối hồ sơ hoặc phát hành phiếu từ chối.',
        en: 'No step allows a refusal or issues the refusal slip.',
      },
      fix: {
        label: { vi: `Cho phép từ chối ở "${first.name}"`, en: `Allow a refusal at "${first.name}"` },
        element: first.id,
        attributes: { actions: [...first.actions, 'refuse'].join(' ') },
      },
    },
  ];
};
