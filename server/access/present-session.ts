import { isoNow } from '../clock.ts';
import type { Session } from '../contract/access.ts';
import type { Stored } from '../store/store.ts';
import { type Ability, abilityFor } from './ability.ts';
import { mustChangePassword } from './authenticate.ts';
import type { Access } from './open-access.ts';
import { presentUser } from './present-user.ts';
import type { UserRecord } from './records.ts';
import { userActor } from './to-actor.ts';

/** The places of the shell, and what opens each. */
const PLACES: Record<string, (ability: Ability, user: UserRecord) => boolean> = {
  desk: (ability) => ability.can('operate', 'Task'),
  counter: (ability, { roles }) =>
    ability.can('create', 'Dossier') && !roles.every((role) => role === 'citizen'),
  studio: (ability) =>
    ability.can('create', 'Process') || ability.can('create', 'Form') || ability.can('appraise', 'Process'),
  reports: (ability) => ability.can('read', 'Report'),
  sign: (ability, { roles }) => ability.can('sign', 'Document') && roles.includes('leader'),
  calendar: (ability) => ability.can('update', 'Calendar'),
  incidents: (ability) => ability.can('operate', 'Process'),
  admin: (ability) => ability.can('manage', 'User'),
};

/** A session as `GET /session` shows it: who, and what the shell may offer him. */
export async function presentSession(access: Access, user: Stored<UserRecord>): Promise<Session> {
  const ability = abilityFor(userActor(user.id, user.doc));
  return {
    user: await presentUser(access, user),
    mustChangePassword: mustChangePassword(access, user.doc),
    abilities: Object.keys(PLACES).filter((place) => PLACES[place]!(ability, user.doc)),
    manualClock: access.clock.moveTo !== undefined,
    now: isoNow(access.clock),
  };
}
