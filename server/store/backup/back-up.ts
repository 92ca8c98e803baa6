/** A consistent copy of the embedded store and its blobs in one file; a server may go on writing meanwhile. */
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type BlobStore, readWhole } from '../blobs/blob-store.ts';
import { BLOBS_FOLDER, openFileBlobs } from '../blobs/open-file-blobs.ts';
import { openSqliteSnapshot } from '../sqlite/open-sqlite-snapshot.ts';
import { DATABASE_FILE } from '../sqlite/open-sqlite-store.ts';
import { type ArchiveEntry, writeArchive } from './archive.ts';
import { refusalOfDisk } from './refusal-of-disk.ts';
import { requireSpace } from './require-space.ts';
import type { SealOptions } from './seal.ts';

export interface BackupOrder {
  /** the data folder */
  folder: string;
  /** the backup to be written; its folder also takes a copy of the database meanwhile */
  file: string;
  /** sealed with a passphrase; readable by everybody who has the file when absent */
  seal?: SealOptions | undefined;
}

export interface BackupOutcome {
  blobs: number;
  /** blobs left out because their bytes are no longer theirs */
  corrupt: string[];
}

/**
 * The file is there, read back and sound when it resolves; nothing is left of it when it does not.
 * @throws Problem `store.no-data` when the folder holds none, `backup.no-space` before a disk would fill up
 * @throws Problem `backup.disk-full`, `backup.disk-read-only` when the disk takes no write all the same
 */
export async function backUp({ folder, file, seal }: BackupOrder): Promise<BackupOutcome> {
  const copy = `${file}.database`;
  const outcome: BackupOutcome = { blobs: 0, corrupt: [] };
  await rm(copy, { force: true });
  try {
    const snapshot = openSqliteSnapshot({ folder });
    const blobs = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER), isShared: true });
    try {
      await requireSpace(dirname(file), await bytesNeeded({ folder, blobs }));
      snapshot.copyTo(copy);
    } finally {
      snapshot.close();
    }
    // Blobs after the database: a document's blob is put before the document, so none is missing.
    await writeArchive(file, { entries: entriesOf({ copy, blobs, outcome }), seal });
    return outcome;
  } catch (fault) {
    throw refusalOfDisk(fault, dirname(file));
  } finally {
    await rm(copy, { force: true });
  }
}

/** The database twice, once copied and once in the file, and every blob. */
async function bytesNeeded({ folder, blobs }: { folder: string; blobs: BlobStore }): Promise<number> {
  let bytes = 2 * (await stat(join(folder, DATABASE_FILE))).size;
  for await (const { size } of blobs.list()) bytes += size;
  return bytes;
}

async function* entriesOf({
  copy,
  blobs,
  outcome,
}: {
  copy: string;
  blobs: BlobStore;
  outcome: BackupOutcome;
}): AsyncIterable<ArchiveEntry> {
  yield { name: DATABASE_FILE, size: (await stat(copy)).size, content: () => createReadStream(copy) };
  for await (const { sha256 } of blobs.list()) {
    const bytes = await readWhole(blobs, sha256).catch(() => null);
    if (!bytes) {
      outcome.corrupt.push(sha256);
      continue;
    }
    outcome.blobs += 1;
    yield { name: `${BLOBS_FOLDER}/${sha256}`, size: bytes.length, content: () => Readable.from([bytes]) };
  }
}
