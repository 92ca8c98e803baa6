/** Keys of programs: made, changed, taken back. A key's secret is shown once (R124). */
import { randomBytes } from 'node:crypto';
import { isoNow } from '../clock.ts';
import type { ApiKey, RoleKey } from '../contract/access.ts';
import { problem } from '../http/problem.ts';
import type { Stored } from '../store/store.ts';
import { type Asker, auditWrite } from './audit.ts';
import { hashSecret } from './authenticate.ts';
import type { Access } from './open-access.ts';
import { refuseUnknownUnits } from './positions.ts';
import { type ApiKeyRecord, apiKeySpec } from './records.ts';

interface KeySettings {
  name: string;
  roles: RoleKey[];
  unit?: string | undefined;
  requestsPerMinute?: number | undefined;
}

/** @throws Problem 422 an unknown unit */
export async function createApiKey(
  access: Access,
  { settings, by }: { settings: KeySettings; by: Asker },
): Promise<ApiKey> {
  await refuseUnknownUnits(access, settings);
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const doc = {
    ...settings,
    secretHash: hashSecret(secret),
    createdAt: isoNow(access.clock),
    createdBy: by.actor.id,
  } as ApiKeyRecord;
  await access.store.commit([
    { op: 'insert', collection: apiKeySpec.name, id, doc },
    ...auditLine(access, { by, what: 'api-key.create', id, doc }),
  ]);
  return { ...presentApiKey({ id, version: 1, doc }), key: `mk_${id}_${secret}` };
}

/** @throws Problem 404; 422 an unknown unit */
export async function updateApiKey(
  access: Access,
  { id, changes, by }: { id: string; changes: Partial<KeySettings>; by: Asker },
): Promise<ApiKey> {
  const found = await findKey(access, id);
  await refuseUnknownUnits(access, changes);
  const doc = { ...found.doc, ...changes } as ApiKeyRecord;
  await access.store.commit([
    { op: 'replace', collection: apiKeySpec.name, id, version: found.version, doc },
    ...auditLine(access, { by, what: 'api-key.update', id, doc }),
  ]);
  return presentApiKey({ ...found, doc });
}

/** @throws Problem 404 */
export async function deleteApiKey(access: Access, { id, by }: { id: string; by: Asker }): Promise<void> {
  const { version, doc } = await findKey(access, id);
  await access.store.commit([
    { op: 'delete', collection: apiKeySpec.name, id, version },
    ...auditLine(access, { by, what: 'api-key.revoke', id, doc }),
  ]);
}

export const presentApiKey = ({ id, doc }: Stored<ApiKeyRecord>): ApiKey => ({
  id,
  name: doc.name,
  roles: doc.roles,
  ...(doc.unit ? { unit: doc.unit } : {}),
  ...(doc.requestsPerMinute ? { requestsPerMinute: doc.requestsPerMinute } : {}),
  createdAt: doc.createdAt,
  ...(doc.lastUsedAt ? { lastUsedAt: doc.lastUsedAt } : {}),
});

async function findKey(access: Access, id: string): Promise<Stored<ApiKeyRecord>> {
  const found = await access.apiKeys.get(id);
  if (!found) throw problem('api-key.not-found', 404);
  return found;
}

const auditLine = (
  access: Access,
  { by, what, id, doc }: { by: Asker; what: string; id: string; doc: ApiKeyRecord },
) =>
  auditWrite({
    at: isoNow(access.clock),
    ...by,
    what,
    subject: id,
    detail: `${doc.name}: ${doc.roles.join(', ')}`,
  });
