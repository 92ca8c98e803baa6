import { isoNow } from '../clock.ts';
import type { CreateUser } from '../contract/access.ts';
import type { Stored } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import { findUser } from './find-user.ts';
import type { Access } from './open-access.ts';
import { holdings, refuseUnknownUnits } from './positions.ts';
import { type UserRecord, userSpec } from './records.ts';
import { searchWords } from './search-words.ts';

type Changes = Partial<Omit<CreateUser, 'username'>>;

/**
 * Changes name, contact or rights; every change of rights is on the trail (R112).
 * @throws Problem 404; 422 an unknown unit
 */
export async function updateUser(
  access: Access,
  { id, changes, by }: { id: string; changes: Changes; by: Asker },
): Promise<Stored<UserRecord>> {
  const user = await findUser(access, id);
  await refuseUnknownUnits(access, changes);
  const doc = changed(user.doc, changes);
  const rightsBefore = describeRights(user.doc);
  const rightsAfter = describeRights(doc);
  await access.store.commit([
    { op: 'replace', collection: userSpec.name, id, version: user.version, doc },
    ...auditWrite({
      at: isoNow(access.clock),
      ...by,
      what: rightsBefore === rightsAfter ? 'user.update' : 'user.change-rights',
      subject: id,
      detail:
        rightsBefore === rightsAfter ? Object.keys(changes).join(', ') : `${rightsBefore} -> ${rightsAfter}`,
    }),
  ]);
  access.organisation.forget();
  return { id, version: user.version + 1, doc };
}

function changed(before: UserRecord, changes: Changes): UserRecord {
  const { roles, positions, ...rest } = changes;
  const after = { ...before, ...rest };
  const touchesRights = roles !== undefined || positions !== undefined || changes.unit !== undefined;
  const inUnit = before.positions.filter((held) => held.unit === before.unit).map(({ role }) => role);
  const rights = touchesRights
    ? holdings({
        unit: after.unit,
        roles: roles ?? (before.unit ? inUnit : before.roles),
        positions: positions ?? before.positions.filter((held) => held.unit !== before.unit),
      })
    : {};
  return { ...after, ...rights, search: searchWords(after.fullName, after.username) };
}

const describeRights = ({ unit, positions, roles }: UserRecord): string =>
  [unit ?? '', ...(positions.length > 0 ? positions.map((held) => `${held.unit}/${held.role}`) : roles)].join(
    ' ',
  );
