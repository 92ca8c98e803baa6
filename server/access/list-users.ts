import type { RoleKey } from '../contract/access.ts';
import type { Page } from '../store/store.ts';
import type { Access } from './open-access.ts';
import type { UserRecord } from './records.ts';
import { fold } from './search-words.ts';

/** Accounts by user name; `q` finds by the beginning of any word of name or user name, marks or none. */
export function listUsers(
  access: Access,
  {
    q,
    unit,
    role,
    limit,
    cursor,
  }: {
    q?: string | undefined;
    unit?: string | undefined;
    role?: RoleKey | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<Page<UserRecord>> {
  return access.users.find({
    where: {
      ...(q ? { search: { prefix: fold(q) } } : {}),
      ...(unit ? { unit } : {}),
      ...(role ? { roles: role } : {}),
    },
    sort: [{ field: 'username', direction: 'asc' }],
    limit,
    ...(cursor ? { cursor } : {}),
  });
}
