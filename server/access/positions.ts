import type { RoleKey } from '../contract/access.ts';
import { type FieldError, problem } from '../http/problem.ts';
import type { Access } from './open-access.ts';

interface Held {
  unit?: string | undefined;
  roles: RoleKey[];
  positions: { unit: string; role: RoleKey }[];
}

/** Roles in the unit and positions elsewhere, as they are stored: every pair once. */
export function holdings({ unit, roles, positions }: Held): Pick<Held, 'roles' | 'positions'> {
  const inUnit = unit ? roles.map((role) => ({ unit, role })) : [];
  const pairs = new Map(
    [...inUnit, ...positions].map((held) => [
      `${held.unit} ${held.role}`,
      { unit: held.unit, role: held.role },
    ]),
  );
  return {
    roles: [...new Set([...roles, ...positions.map(({ role }) => role)])],
    positions: [...pairs.values()],
  };
}

/** @throws Problem 422 pointing at each unit that does not exist */
export async function refuseUnknownUnits(
  access: Access,
  { unit, positions }: { unit?: string | undefined; positions?: { unit: string }[] | undefined },
): Promise<void> {
  const named = [
    ...(unit ? [{ pointer: '/unit', unit }] : []),
    ...(positions ?? []).map((held, index) => ({ pointer: `/positions/${index}/unit`, unit: held.unit })),
  ];
  const errors: FieldError[] = [];
  for (const { pointer, unit: id } of named) {
    if (!(await access.organisation.unit(id))) errors.push({ pointer, code: 'unit.unknown' });
  }
  if (errors.length > 0) throw problem('request.invalid-body', 422, { errors });
}
