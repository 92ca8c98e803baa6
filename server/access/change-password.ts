import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import { type Asker, auditWrite } from './audit.ts';
import { findUser } from './find-user.ts';
import type { Access } from './open-access.ts';
import { hashPassword, passwordMatches, passwordWeaknesses } from './password.ts';
import { userSpec } from './records.ts';
import { endSessionsOf } from './session-store.ts';

/**
 * Sets a password of one's own; the account is active from then on (R110) and every session of it
 * ends: the caller begins a new one.
 * @throws Problem 422 wrong current password, the same password again, or a weak one
 */
export async function changePassword(
  access: Access,
  { current, next, by }: { current: string; next: string; by: Asker },
): Promise<void> {
  const user = await findUser(access, by.actor.id);
  if (!(await passwordMatches(user.doc.passwordHash, current))) {
    throw problem('password.current-wrong', 422, {
      errors: [{ pointer: '/current', code: 'password.current-wrong' }],
    });
  }
  if (current === next) {
    throw problem('password.unchanged', 422, { errors: [{ pointer: '/next', code: 'password.unchanged' }] });
  }
  const weaknesses = passwordWeaknesses(next, { username: user.doc.username });
  if (weaknesses.length > 0) {
    throw problem('password.weak', 422, {
      errors: weaknesses.map((code) => ({ pointer: '/next', code })),
    });
  }
  await access.store.commit([
    {
      op: 'replace',
      collection: userSpec.name,
      id: user.id,
      version: user.version,
      doc: {
        ...user.doc,
        passwordHash: await hashPassword(next),
        passwordChangedAt: isoNow(access.wallClock),
        mustChangePassword: false,
        state: user.doc.state === 'pending' ? 'active' : user.doc.state,
      },
    },
    ...(await endSessionsOf(access.store, user.id)),
    ...auditWrite({ at: isoNow(access.clock), ...by, what: 'user.change-password', subject: user.id }),
  ]);
}
