import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/**
 * R007: no step without an account that can do it. A unit or role that an expression decides is known at run time
 * only, and a unit that is absent is the competent one. Unknown roles are another rule's.
 */
export const noAccount: LintRule = (model) => {
  const { accounts, competentUnit, unitNames } = model;
  if (!accounts) return [];
  const roles = new Set([...accounts].map(roleOf));
  return stepsOfPeople(model).flatMap(({ id, name, performer: { role, unit } }) => {
    if (!role || role.startsWith('=')) return [];
    const where = unit?.startsWith('=') ? undefined : (unit ?? competentUnit);
    const has = where ? accounts.has(placeOf(where, role)) : roles.has(role);
    if (has) return [];
    const at = where ? (unitNames?.get(where) ?? where) : '';
    return [
      {
        code: 'publish.no-account',
        severity: 'error',
        element: id,
        message: {
          vi: `Bước "${name}" chưa có tài khoản nào giữ vai trò "${role}"${at ? ` tại ${at}` : ''}.`,
          en: `Step "${name}": no account holds the role "${role}"${at ? ` in ${at}` : ''}.`,
        },
      },
    ];
  });
};

/** A position as the facts name it. */
export const placeOf = (unit: string, role: string): string => `${unit}/${role}`;
const roleOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);
