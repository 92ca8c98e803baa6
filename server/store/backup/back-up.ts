/** A consistent copy of the embedded store and its blobs in one file; a server may go on writing meanwhile. */
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type BlobStore, readWhole } from '../blobs/blob-store.ts';
import { BLOBS_FOLDER, openFileBlobs } from '../blobs/open-file-blobs.ts';
import { openSqliteSnapshot } from '../sqlite/open-sqlite-snapshot.ts';
import { DATABASE_FILE } from '../sqlite/open-sqlite-store.ts';
import { type ArchiveEntry, writeArchive } from './archive.ts';

export interface BackupOutcome {
  blobs: number;
  /** blobs left out because their bytes are no longer theirs */
  corrupt: string[];
}

/** @throws Problem `store.no-data` when the folder holds none */
export async function backUp({ folder, file }: { folder: string; file: string }): Promise<BackupOutcome> {
  const copy = `${file}.database`;
  const outcome: BackupOutcome = { blobs: 0, corrupt: [] };
  await rm(copy, { force: true });
  try {
    const snapshot = openSqliteSnapshot({ folder });
    snapshot.copyTo(copy);
    snapshot.close();
    // After the database: a document's blob is put before the document, so none is missing.
    const blobs = await openFileBlobs({ folder: join(folder, BLOBS_FOLDER), isShared: true });
    await writeArchive(file, entriesOf({ copy, blobs, outcome }));
    return outcome;
  } finally {
    await rm(copy, { force: true });
  }
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
