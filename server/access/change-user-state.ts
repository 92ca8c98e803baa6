/** Locking, unlocking, revoking an account, and giving it a new first password (R111, R114, R117). */
import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Stored, Write } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import { findUser } from './find-user.ts';
import type { Access } from './open-access.ts';
import { hashPassword, temporaryPassword } from './password.ts';
import { type UserRecord, userSpec } from './records.ts';
import { endSessionsOf } from './session-store.ts';
import { forgetAttempts } from './sign-in.ts';

export type StateChange = 'lock' | 'unlock' | 'revoke';

interface Request {
  id: string;
  /** what the decision or the request form says (R012: its number) */
  reason?: string | undefined;
  by: Asker;
}

/**
 * `unlock` also forgives wrong passwords, and brings a revoked account back (R118).
 * @throws Problem 404; 409 on one's own account
 */
export async function changeUserState(
  access: Access,
  { change, ...request }: Request & { change: StateChange },
): Promise<Stored<UserRecord>> {
  const user = await findUser(access, request.id);
  if (change !== 'unlock') refuseOneself(request);
  const unlocked = user.doc.mustChangePassword ? 'pending' : 'active';
  const state = { lock: 'locked', unlock: unlocked, revoke: 'revoked' } as const;
  return save(access, {
    user,
    doc: { ...user.doc, state: state[change] },
    request,
    what: `user.${change}`,
    also:
      change === 'unlock' ? [forgetAttempts(user.doc.username)] : await endSessionsOf(access.store, user.id),
  });
}

/**
 * A temporary password to hand over; sessions end, the owner must change it at once (R111).
 * @throws Problem 404
 */
export async function resetPassword(access: Access, request: Request): Promise<string> {
  const user = await findUser(access, request.id);
  const password = temporaryPassword();
  await save(access, {
    user,
    doc: {
      ...user.doc,
      passwordHash: await hashPassword(password),
      passwordChangedAt: isoNow(access.wallClock),
      mustChangePassword: true,
    },
    request,
    what: 'user.reset-password',
    also: [forgetAttempts(user.doc.username), ...(await endSessionsOf(access.store, user.id))],
  });
  return password;
}

function refuseOneself({ id, by }: Request): void {
  if (id === by.actor.id) throw problem('user.not-oneself', 409);
}

async function save(
  access: Access,
  {
    user,
    doc,
    request,
    what,
    also,
  }: {
    user: Stored<UserRecord>;
    doc: UserRecord;
    request: Request;
    what: string;
    also: Write[];
  },
): Promise<Stored<UserRecord>> {
  await access.store.commit([
    { op: 'replace', collection: userSpec.name, id: user.id, version: user.version, doc },
    ...also,
    ...auditWrite({
      at: isoNow(access.clock),
      ...request.by,
      what,
      subject: user.id,
      ...(request.reason ? { detail: request.reason } : {}),
    }),
  ]);
  access.organisation.forget();
  return { id: user.id, version: user.version + 1, doc };
}
