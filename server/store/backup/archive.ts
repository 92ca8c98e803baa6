/**
 * The one file of a backup: a first line, entries (a line of JSON with name and size, then the bytes), and a last
 * line with the SHA-256 of all that stands before it. With a passphrase all of that is sealed (sealed-format.ts).
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import { syncFolder } from '../sync-folder.ts';
import type { ArchiveSource } from './archive-source.ts';
import { openSource } from './open-source.ts';
import { type SealOptions, sealed } from './seal.ts';

export interface ArchiveEntry {
  name: string;
  /** bytes */
  size: number;
  content: () => Readable;
}

const FIRST_LINE = 'motcua-backup 1\n';
const LAST_LINE_LENGTH = 'sha256 '.length + 64 + 1;
const LONGEST_HEAD = 1024;

/** Written beside, read back and renamed, so that `file` is whole, durable and readable, or not there. */
export async function writeArchive(
  file: string,
  { entries, seal }: { entries: AsyncIterable<ArchiveEntry>; seal?: SealOptions | undefined },
): Promise<void> {
  const partial = `${file}.partial`;
  try {
    const content = archiveBytes(entries);
    await pipeline(
      seal ? sealed(content, seal) : content,
      createWriteStream(partial, { flush: true, mode: 0o600 }),
    );
    await checkArchive(partial, seal?.passphrase);
    await rename(partial, file);
    await syncFolder(dirname(file));
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

/**
 * Reads all of a backup.
 * @throws Problem `backup.damaged` when a byte of it is not as it was written, `backup.passphrase-missing`,
 * `backup.passphrase-wrong`
 */
async function checkArchive(file: string, passphrase?: string): Promise<void> {
  for await (const _entry of readArchive(file, passphrase));
}

/** @throws Problem as `checkArchive`, before the first entry */
export async function* readArchive(file: string, passphrase?: string): AsyncIterable<ArchiveEntry> {
  const source = await openSource(file, passphrase);
  try {
    const end = await checkedEnd(source, file);
    for (let position = FIRST_LINE.length; position < end; ) {
      const line = await readHead(source, position);
      const head = entryHead.safeParse(JSON.parse(line || 'null'));
      const start = position + line.length;
      if (!head.success || start + head.data.size > end) throw damaged(file, `@${position}`);
      const { name, size } = head.data;
      yield { name, size, content: () => Readable.from(source.bytes(start, start + size)) };
      position = start + size;
    }
  } finally {
    await source.close();
  }
}

const entryHead = z.object({ name: z.string(), size: z.number().int().min(0) });

const damaged = (file: string, finding: string) =>
  problem('backup.damaged', 422, { values: { file, finding } });

/** @returns where the entries end */
async function checkedEnd(source: ArchiveSource, file: string): Promise<number> {
  const end = source.size - LAST_LINE_LENGTH;
  if (end < FIRST_LINE.length || (await readText(source, 0, FIRST_LINE.length)) !== FIRST_LINE)
    throw damaged(file, 'motcua-backup');
  const hash = createHash('sha256');
  for await (const bytes of source.bytes(0, end)) hash.update(bytes);
  if ((await readText(source, end, source.size)) !== `sha256 ${hash.digest('hex')}\n`)
    throw damaged(file, 'sha256');
  return end;
}

/** ASCII lines are as long in characters as in bytes: names are hashes and file names of ours. */
async function readHead(source: ArchiveSource, position: number): Promise<string> {
  const text = await readText(source, position, Math.min(position + LONGEST_HEAD, source.size));
  return text.slice(0, text.indexOf('\n') + 1);
}

const readText = async (source: ArchiveSource, from: number, to: number): Promise<string> =>
  (await buffer(source.bytes(from, to))).toString('latin1');
