/** A backup back into an empty data folder. */
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problem } from '../../http/problem.ts';
import { BLOBS_FOLDER, openFileBlobs } from '../blobs/open-file-blobs.ts';
import { lockFolder } from '../sqlite/folder-lock.ts';
import { DATABASE_FILE } from '../sqlite/open-sqlite-store.ts';
import { syncFolder } from '../sync-folder.ts';
import { unwilling } from '../unwilling.ts';
import { readArchive } from './archive.ts';

export interface RestoreOrder {
  file: string;
  /** made when absent; must hold no data */
  folder: string;
  passphrase?: string | undefined;
}

/**
 * Unpacked aside and moved into place when all of it is there, the database last: a folder that has a database has
 * all of it. What a killed restore left aside is removed by the next.
 * @returns how many blobs came with it
 * @throws Problem `backup.not-empty`, `backup.damaged`, `backup.passphrase-missing`, `backup.passphrase-wrong`,
 * `store.folder-in-use`; nothing is changed then
 * @throws StoreUnavailable when the disk takes no write; nothing is changed then
 */
export async function restoreBackup({ file, folder, passphrase }: RestoreOrder): Promise<{ blobs: number }> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const aside = join(folder, 'restoring');
  try {
    if (holdsData(folder)) throw problem('backup.not-empty', 409, { values: { folder } });
    await rm(aside, { recursive: true, force: true });
    const blobs = await unpack({ file, passphrase, into: aside });
    await rm(join(folder, BLOBS_FOLDER), { recursive: true, force: true });
    await rename(join(aside, BLOBS_FOLDER), join(folder, BLOBS_FOLDER));
    await syncFolder(folder);
    await rename(join(aside, DATABASE_FILE), join(folder, DATABASE_FILE));
    await syncFolder(folder);
    return { blobs };
  } catch (fault) {
    throw unwilling(fault) ?? fault;
  } finally {
    await rm(aside, { recursive: true, force: true });
    unlock();
  }
}

/** A log left of a database that was taken away counts: SQLite would play it into the one that comes. */
function holdsData(folder: string): boolean {
  if ([DATABASE_FILE, `${DATABASE_FILE}-wal`].some((name) => existsSync(join(folder, name)))) return true;
  const blobs = join(folder, BLOBS_FOLDER);
  return existsSync(blobs) && readdirSync(blobs).some((name) => /^[0-9a-f]{2}$/.test(name));
}

/** @returns how many blobs there are */
async function unpack({
  file,
  passphrase,
  into,
}: {
  file: string;
  passphrase: string | undefined;
  into: string;
}): Promise<number> {
  const damaged = (finding: string) => problem('backup.damaged', 422, { values: { file, finding } });
  const store = await openFileBlobs({
    folder: join(into, BLOBS_FOLDER),
    maxBytes: Number.POSITIVE_INFINITY,
  });
  let blobs = 0;
  for await (const { name, content } of readArchive(file, passphrase)) {
    if (name === DATABASE_FILE) {
      await pipeline(content(), createWriteStream(join(into, DATABASE_FILE), { flush: true }));
      continue;
    }
    const { sha256 } = await store.put(content());
    if (sha256 !== basename(name)) throw damaged(name);
    blobs += 1;
  }
  if (!existsSync(join(into, DATABASE_FILE))) throw damaged(DATABASE_FILE);
  return blobs;
}
