import { statfs } from 'node:fs/promises';
import { problem } from '../../http/problem.ts';

/** Left free beside a backup: where data and backups share a disk, the store must be able to go on writing. */
const SPARE_BYTES = 64 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** @throws Problem `backup.no-space` (507) when so many bytes would fill up the disk of the folder */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = bytes + SPARE_BYTES;
  if (free >= needed) return;
  throw problem('backup.no-space', 507, {
    values: { folder, needed: Math.ceil(needed / MEGABYTE), free: Math.floor(free / MEGABYTE) },
  });
}
