import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import type { Access } from './open-access.ts';
import type { UserRecord } from './records.ts';

/** @throws Problem 404 */
export async function findUser(access: Access, id: string): Promise<Stored<UserRecord>> {
  const found = await access.users.get(id);
  if (!found) throw problem('user.not-found', 404);
  return found;
}
