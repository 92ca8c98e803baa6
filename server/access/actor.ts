import type { RoleKey } from '../contract/access.ts';

/** Who is asking: a person, a program with a key, the system itself, or nobody known. */
export interface Actor {
  kind: 'user' | 'citizen' | 'api-key' | 'system' | 'anonymous';
  id: string;
  name: string;
  /** the unit he belongs to first */
  unit?: string;
  roles: RoleKey[];
  /** every (unit, role) he holds */
  positions: { unit: string; role: RoleKey }[];
}

/** Timers, jobs and sweepers act as the system. */
export const systemActor: Actor = {
  kind: 'system',
  id: 'system',
  name: 'Hệ thống',
  roles: [],
  positions: [],
};
export const anonymous: Actor = {
  kind: 'anonymous',
  id: 'anonymous',
  name: 'Khách',
  roles: [],
  positions: [],
};

export const holdsRole = (actor: Actor, role: RoleKey): boolean => actor.roles.includes(role);
export const holdsPosition = (actor: Actor, unit: string, role: RoleKey): boolean =>
  actor.positions.some((held) => held.unit === unit && held.role === role);
