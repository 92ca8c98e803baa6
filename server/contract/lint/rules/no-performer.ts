import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** R006: each step says who does it: a role (its own or its lane's), a person, or who did another step. */
export const noPerformer: LintRule = (model) =>
  stepsOfPeople(model)
    .filter(({ performer }) => !performer.role && !performer.assignee && !performer.sameAs)
    .map(({ id, name }) => ({
      code: 'publish.no-performer',
      severity: 'error',
      element: id,
      message: {
        vi: `Bước "${name}" chưa có người thực hiện: hãy chọn vai trò.`,
        en: `Step "${name}" has no performer: choose a role.`,
      },
    }));
