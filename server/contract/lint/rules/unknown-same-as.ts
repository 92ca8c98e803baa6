import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** "Who did step X" needs a step X that a person does, other than the step itself. */
export const unknownSameAs: LintRule = (model) => {
  const people = stepsOfPeople(model);
  return people
    .filter(
      ({ id, performer: { sameAs } }) =>
        sameAs && !people.some((other) => other.id === sameAs && id !== sameAs),
    )
    .map(({ id, name }) => ({
      code: 'publish.unknown-same-as',
      severity: 'error',
      element: id,
      message: {
        vi: `Bước "${name}" giao cho người đã làm một bước không hợp lệ: phải là một bước khác do người thực hiện.`,
        en: `Step "${name}" is given to whoever did a step that is no other step of a person.`,
      },
      fix: {
        label: { vi: 'Bỏ chỉ định này', en: 'Drop this' },
        element: id,
        attributes: { sameAs: '' },
      },
    }));
};
