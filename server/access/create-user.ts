import { randomUUID } from 'node:crypto';
import { isoNow } from '../clock.ts';
import type { CreateUser } from '../contract/access.ts';
import { problem } from '../http/problem.ts';
import { DuplicateKey, type Stored } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import type { Access } from './open-access.ts';
import { hashPassword, temporaryPassword } from './password.ts';
import { holdings, refuseUnknownUnits } from './positions.ts';
import { type UserRecord, userSpec } from './records.ts';
import { searchWords } from './search-words.ts';

/**
 * Opens an account with a temporary password to hand over; it becomes effective when its owner sets
 * his own (R110).
 * @throws Problem 409 the username is taken; 422 an unknown unit
 */
export async function createUser(
  access: Access,
  { user, by }: { user: CreateUser; by: Asker },
): Promise<{ created: Stored<UserRecord>; temporaryPassword: string }> {
  await refuseUnknownUnits(access, user);
  const password = temporaryPassword();
  const { roles: _roles, positions: _positions, ...rest } = user;
  const doc: UserRecord = {
    ...rest,
    ...holdings(user),
    state: 'pending',
    passwordHash: await hashPassword(password),
    passwordChangedAt: isoNow(access.wallClock),
    mustChangePassword: true,
    createdAt: isoNow(access.clock),
    search: searchWords(user.fullName, user.username),
  };
  const id = randomUUID();
  try {
    await access.store.commit([
      { op: 'insert', collection: userSpec.name, id, doc },
      ...auditWrite({
        at: isoNow(access.clock),
        ...by,
        what: 'user.create',
        subject: id,
        detail: `${user.username}: ${doc.roles.join(', ')}`,
      }),
    ]);
  } catch (fault) {
    if (!(fault instanceof DuplicateKey) || fault.collection !== userSpec.name) throw fault;
    throw problem('user.username-taken', 409, {
      errors: [{ pointer: '/username', code: 'user.username-taken' }],
    });
  }
  access.organisation.forget();
  return { created: { id, version: 1, doc }, temporaryPassword: password };
}
