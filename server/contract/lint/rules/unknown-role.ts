import { roleKey } from '../../access.ts';
import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** A role that the house does not know can never be held by an account (R007); expressions are decided at run time. */
export const unknownRole: LintRule = (model) =>
  stepsOfPeople(model)
    .filter(({ performer: { role } }) => role && !role.startsWith('=') && !roleKey.safeParse(role).success)
    .map(({ id, name, performer }) => ({
      code: 'publish.unknown-role',
      severity: 'error',
      element: id,
      message: {
        vi: `Bước "${name}" giao cho vai trò "${performer.role}" không có trong hệ thống.`,
        en: `Step "${name}" is given to the role "${performer.role}", which does not exist.`,
      },
      fix: {
        label: { vi: 'Bỏ vai trò này, dùng vai trò của làn', en: 'Drop it and use the role of the lane' },
        element: id,
        attributes: { role: '' },
      },
    }));
