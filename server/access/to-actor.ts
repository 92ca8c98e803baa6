import type { Actor } from './actor.ts';
import type { ApiKeyRecord, UserRecord } from './records.ts';

/** An account as the one who asks. */
export const userActor = (id: string, user: UserRecord): Actor => ({
  kind: user.roles.every((role) => role === 'citizen') ? 'citizen' : 'user',
  id,
  name: user.fullName,
  ...(user.unit ? { unit: user.unit } : {}),
  roles: user.roles,
  positions: user.positions,
});

/** A program acts in its key's name, with the key's roles in the key's unit. */
export const keyActor = (id: string, key: ApiKeyRecord): Actor => ({
  kind: 'api-key',
  id,
  name: key.name,
  ...(key.unit ? { unit: key.unit } : {}),
  roles: key.roles,
  positions: key.unit ? key.roles.map((role) => ({ unit: key.unit!, role })) : [],
});
