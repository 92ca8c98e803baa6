/** Writes units and accounts into an empty store, as the system. */
import { randomUUID } from 'node:crypto';
import { isoNow } from '../clock.ts';
import type { CreateUser, Unit } from '../contract/access.ts';
import { systemActor } from './actor.ts';
import { auditWrite } from './audit.ts';
import type { Access } from './open-access.ts';
import { holdings } from './positions.ts';
import { type UserRecord, unitSpec, userSpec } from './records.ts';
import { searchWords } from './search-words.ts';

export async function seedUnit(access: Access, { id, parentName: _, ...doc }: Unit): Promise<void> {
  await access.store.commit([
    { op: 'insert', collection: unitSpec.name, id, doc },
    ...auditWrite({ at: isoNow(access.clock), actor: systemActor, what: 'unit.create', subject: id }),
  ]);
  access.organisation.forget();
}

/**
 * @param options.passwordHash accounts made together share one password, and its hash
 * @param options.isTemporary the password must be changed at the first sign-in
 */
export async function seedUser(
  access: Access,
  user: CreateUser,
  { passwordHash, isTemporary }: { passwordHash: string; isTemporary: boolean },
): Promise<void> {
  const { roles: _roles, positions: _positions, ...rest } = user;
  const id = randomUUID();
  const doc: UserRecord = {
    ...rest,
    ...holdings(user),
    state: isTemporary ? 'pending' : 'active',
    passwordHash,
    passwordChangedAt: isoNow(access.wallClock),
    mustChangePassword: isTemporary,
    createdAt: isoNow(access.clock),
    search: searchWords(user.fullName, user.username),
  };
  await access.store.commit([
    { op: 'insert', collection: userSpec.name, id, doc },
    ...auditWrite({ at: isoNow(access.clock), actor: systemActor, what: 'user.create', subject: id }),
  ]);
  access.organisation.forget();
}
