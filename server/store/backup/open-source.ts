/** Opens a backup file, sealed or not: its first line says which. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { problem } from '../../http/problem.ts';
import type { ArchiveSource } from './archive-source.ts';
import { openSealed } from './open-sealed.ts';
import { SEALED_FIRST_LINE } from './sealed-format.ts';

/** @throws Problem `backup.passphrase-missing`, `backup.passphrase-wrong`, `backup.damaged` */
export async function openSource(file: string, passphrase?: string): Promise<ArchiveSource> {
  const handle = await open(file);
  try {
    if (!(await beginsWith(handle, SEALED_FIRST_LINE))) return await openPlain(file, handle);
    if (passphrase === undefined) throw problem('backup.passphrase-missing', 422, { values: { file } });
    return await openSealed({ file, handle, passphrase });
  } catch (fault) {
    await handle.close();
    throw fault;
  }
}

/** Whether a passphrase is needed to read the file. */
export async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    return await beginsWith(handle, SEALED_FIRST_LINE);
  } finally {
    await handle.close();
  }
}

async function openPlain(file: string, handle: FileHandle): Promise<ArchiveSource> {
  const { size } = await handle.stat();
  return {
    size,
    bytes: (from, to) => (to <= from ? nothing() : createReadStream(file, { start: from, end: to - 1 })),
    close: () => handle.close(),
  };
}

async function beginsWith(handle: FileHandle, line: string): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(line.length), 0, line.length, 0);
  return buffer.toString('latin1', 0, bytesRead) === line;
}

async function* nothing(): AsyncIterable<Buffer> {}
