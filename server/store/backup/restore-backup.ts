/** A backup back into an empty data folder. */
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problem } from '../../http/problem.ts';
import { BLOBS_FOLDER, openFileBlobs } from '../blobs/open-file-blobs.ts';
import { lockFolder } from '../sqlite/folder-lock.ts';
import { DATABASE_FILE } from '../sqlite/open-sqlite-store.ts';
import { readArchive } from './archive.ts';

/**
 * The database comes last into its place: what was interrupted is begun again by the same command.
 * @returns how many blobs came with it
 * @throws Problem `backup.not-empty`, `backup.damaged`, `store.folder-in-use`; nothing is changed then
 */
export async function restoreBackup({
  file,
  folder,
}: {
  file: string;
  folder: string;
}): Promise<{ blobs: number }> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const database = join(folder, DATABASE_FILE);
  const arriving = `${database}.restoring`;
  try {
    if (existsSync(database)) throw problem('backup.not-empty', 409, { values: { folder } });
    let blobs = 0;
    let store: Awaited<ReturnType<typeof openFileBlobs>> | undefined;
    for await (const { name, content } of readArchive(file)) {
      if (name === DATABASE_FILE) {
        await pipeline(content(), createWriteStream(arriving, { flush: true }));
        continue;
      }
      store ??= await openFileBlobs({
        folder: join(folder, BLOBS_FOLDER),
        maxBytes: Number.POSITIVE_INFINITY,
      });
      const { sha256 } = await store.put(content());
      if (sha256 !== basename(name))
        throw problem('backup.damaged', 422, { values: { file, finding: name } });
      blobs += 1;
    }
    await rename(arriving, database);
    return { blobs };
  } finally {
    await rm(arriving, { force: true });
    unlock();
  }
}
