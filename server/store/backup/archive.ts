/**
 * The one file of a backup: a first line, entries (a line of JSON with name and size, then the bytes), and a last
 * line with the SHA-256 of all that stands before it.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problem } from '../../http/problem.ts';

export interface ArchiveEntry {
  name: string;
  /** bytes */
  size: number;
  content: () => Readable;
}

const FIRST_LINE = 'motcua-backup 1\n';
const LAST_LINE_LENGTH = 'sha256 '.length + 64 + 1;
const LONGEST_HEAD = 1024;

/** Written beside and renamed, so that `file` is whole or not there. */
export async function writeArchive(file: string, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(archiveBytes(entries), createWriteStream(partial, { flush: true }));
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

async function* archiveBytes(entries: AsyncIterable<ArchiveEntry>): AsyncIterable<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of bodyBytes(entries)) {
    hash.update(bytes);
    yield bytes;
  }
  yield Buffer.from(`sha256 ${hash.digest('hex')}\n`);
}

async function* bodyBytes(entries: AsyncIterable<ArchiveEntry>): AsyncIterable<Buffer> {
  yield Buffer.from(FIRST_LINE);
  for await (const { name, size, content } of entries) {
    yield Buffer.from(`${JSON.stringify({ name, size })}\n`);
    yield* content() as AsyncIterable<Buffer>;
  }
}

/** @throws Problem `backup.damaged` before the first entry when a byte of the file is not as it was written */
export async function* readArchive(file: string): AsyncIterable<ArchiveEntry> {
  const handle = await open(file);
  try {
    const end = await checkedEnd(handle, file);
    for (let position = FIRST_LINE.length; position < end; ) {
      const head = await readHead(handle, position);
      const start = position + head.length;
      const { name, size } = JSON.parse(head) as { name: string; size: number };
      yield { name, size, content: () => (size === 0 ? Readable.from([]) : bytesOf(file, start, size)) };
      position = start + size;
    }
  } finally {
    await handle.close();
  }
}

const bytesOf = (file: string, start: number, size: number) =>
  createReadStream(file, { start, end: start + size - 1 });

/** @returns where the entries end */
async function checkedEnd(handle: FileHandle, file: string): Promise<number> {
  const { size } = await handle.stat();
  const end = size - LAST_LINE_LENGTH;
  const damaged = (finding: string) => problem('backup.damaged', 422, { values: { file, finding } });
  if (end < FIRST_LINE.length || (await readText(handle, 0, FIRST_LINE.length)) !== FIRST_LINE)
    throw damaged('motcua-backup');
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { end: end - 1 }), hash);
  if ((await readText(handle, end, LAST_LINE_LENGTH)) !== `sha256 ${hash.digest('hex')}\n`)
    throw damaged('sha256');
  return end;
}

/** ASCII lines are as long in characters as in bytes: names are hashes and file names of ours. */
async function readHead(handle: FileHandle, position: number): Promise<string> {
  const text = await readText(handle, position, LONGEST_HEAD);
  return text.slice(0, text.indexOf('\n') + 1);
}

async function readText(handle: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
