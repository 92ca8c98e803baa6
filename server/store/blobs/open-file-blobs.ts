/** Blobs as files: `ab/cdef…` by hash, written beside and renamed into place, so that a blob is whole or absent. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problem } from '../../http/problem.ts';
import { syncFolder } from '../sync-folder.ts';
import { unwilling } from '../unwilling.ts';
import { type BlobInfo, type BlobStore, isSha256 } from './blob-store.ts';
import { measuring, verifying } from './checked-stream.ts';

export interface FileBlobsOptions {
  /** made when absent */
  folder: string;
  /** bytes; 100 MB when absent */
  maxBytes?: number;
  /** another process is the owner: what it is just taking in is left alone */
  isShared?: boolean;
}

/** The blobs' folder inside the data folder. */
export const BLOBS_FOLDER = 'blobs';

export const DEFAULT_BLOB_LIMIT = 100 * 1024 * 1024;

export async function openFileBlobs({
  folder,
  maxBytes = DEFAULT_BLOB_LIMIT,
  isShared = false,
}: FileBlobsOptions): Promise<BlobStore> {
  const incoming = join(folder, 'incoming');
  // What a crash left half-written belongs to nobody.
  if (!isShared) await rm(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  const fileOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));

  const describe = async (sha256: string): Promise<BlobInfo | null> => {
    if (!isSha256(sha256)) return null;
    const found = await unlessMissing(stat(fileOf(sha256)));
    return found ? { sha256, size: found.size } : null;
  };

  return {
    put: async (content) => {
      const temporary = join(incoming, randomUUID());
      try {
        const info = await writeMeasured(content, temporary, maxBytes);
        await moveInto(temporary, fileOf(info.sha256), info);
        return info;
      } catch (fault) {
        throw unwilling(fault) ?? fault;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    get: async (sha256) => {
      if (!(await describe(sha256))) throw problem('blob.not-found', 404, { values: { sha256 } });
      const checked = verifying(sha256);
      // The reader sees a failure on the stream it holds; the pipeline's own promise would repeat it.
      pipeline(createReadStream(fileOf(sha256)), checked).catch((error) => checked.destroy(error));
      return checked;
    },
    has: async (sha256) => (await describe(sha256)) !== null,
    stat: describe,
    delete: async (sha256) => {
      if (isSha256(sha256)) await rm(fileOf(sha256), { force: true });
    },
    list: () => listFiles(folder),
  };
}

async function writeMeasured(content: Readable | Uint8Array, file: string, limit: number): Promise<BlobInfo> {
  const source = content instanceof Uint8Array ? Readable.from([Buffer.from(content)]) : content;
  const measure = measuring(limit);
  await pipeline(source, measure, createWriteStream(file, { flush: true }));
  return measure.measured();
}

/** A blob already there is left alone, unless its size betrays it as damaged. */
async function moveInto(temporary: string, file: string, { size }: BlobInfo): Promise<void> {
  const present = await unlessMissing(stat(file));
  if (present?.size === size) return;
  await mkdir(dirname(file), { recursive: true });
  await rename(temporary, file);
  // The rename itself must survive a power cut.
  await syncFolder(dirname(file));
}

async function* listFiles(folder: string): AsyncIterable<BlobInfo> {
  for await (const entry of await opendir(folder)) {
    if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
    for (const rest of await readdir(join(folder, entry.name))) {
      const found = await unlessMissing(stat(join(folder, entry.name, rest)));
      if (found && isSha256(entry.name + rest)) yield { sha256: entry.name + rest, size: found.size };
    }
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
