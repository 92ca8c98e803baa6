import type { User } from '../contract/access.ts';
import type { Stored } from '../store/store.ts';
import type { Access } from './open-access.ts';
import type { UserRecord } from './records.ts';
import { lockedUntil } from './sign-in.ts';

/** What may be done with an account, by its state. */
const ABILITIES: Record<User['state'], string[]> = {
  active: ['update', 'lock', 'revoke', 'reset-password'],
  pending: ['update', 'lock', 'revoke', 'reset-password'],
  locked: ['update', 'unlock', 'revoke', 'reset-password'],
  revoked: ['unlock'],
};

/**
 * An account as the API shows it, units by name. Shown `locked` too while wrong passwords lock its name.
 * @param options.mayManage adds what the caller may do with it
 */
export async function presentUser(
  access: Access,
  { id, doc }: Stored<UserRecord>,
  { mayManage = false }: { mayManage?: boolean } = {},
): Promise<User> {
  const unit = doc.unit ? await access.organisation.unit(doc.unit) : null;
  const positions = await Promise.all(
    doc.positions.map(async ({ unit: held, role }) => {
      const found = await access.organisation.unit(held);
      return { unit: held, ...(found ? { unitName: found.name } : {}), role };
    }),
  );
  const isNameLocked = mayManage && (await lockedUntil(access, doc.username)) !== undefined;
  const state = isNameLocked && doc.state !== 'revoked' ? 'locked' : doc.state;
  return {
    id,
    username: doc.username,
    fullName: doc.fullName,
    ...(doc.unit ? { unit: doc.unit } : {}),
    ...(unit ? { unitName: unit.name } : {}),
    roles: doc.roles,
    positions,
    ...(doc.title ? { title: doc.title } : {}),
    ...(doc.email ? { email: doc.email } : {}),
    ...(doc.phone ? { phone: doc.phone } : {}),
    state,
    ...(doc.lastSignInAt ? { lastSignInAt: doc.lastSignInAt } : {}),
    ...(mayManage ? { abilities: ABILITIES[state] } : {}),
  };
}
