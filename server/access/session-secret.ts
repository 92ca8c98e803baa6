import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CollectionSpec, DuplicateKey, type Store } from '../store/store.ts';

/** The secret that signs cookies: given, or generated once and kept in the data folder for its owner alone. */
export async function sessionSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return given;
  const file = join(dataDir, 'session-secret');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    const secret = newSecret();
    await writeFile(file, `${secret}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
    return secret;
  }
}

/** Collection of what the servers of one database agree upon. */
export const secretSpec: CollectionSpec<{ secret: string }> = { name: 'secrets', indexes: [] };
const SESSIONS = 'sessions';

/**
 * The same for every server of one database: the first to start makes it. Who reads it there can sign a cookie,
 * but no session is known by it: those are stored by the hash of a random id.
 */
export async function sharedSessionSecret(store: Store, given: string | undefined): Promise<string> {
  if (given) return given;
  const secrets = store.collection(secretSpec);
  const found = await secrets.get(SESSIONS);
  if (found) return found.doc.secret;
  const secret = newSecret();
  try {
    await store.commit([{ op: 'insert', collection: secretSpec.name, id: SESSIONS, doc: { secret } }]);
    return secret;
  } catch (fault) {
    if (!(fault instanceof DuplicateKey)) throw fault;
    return (await secrets.get(SESSIONS))!.doc.secret;
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url');
