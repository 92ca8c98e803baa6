/** The backups in a folder. A file has its name only when it was read back and found sound; other files are nobody's business. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFile } from '../contract/backups.ts';
import { isSealed } from '../store/backup/open-source.ts';

const NAME = /^motcua-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(\.incomplete)?\.motcua$/;
/** What is being written, and what was when a process ended. */
const TAKING = /^motcua-\d{8}T\d{6}Z\.taking(\.(database|partial))?$/;

/** UTC to the second: `motcua-20261129T183000Z.motcua`. */
export const backupName = (takenAt: number, { isComplete }: { isComplete: boolean }): string =>
  `${stem(takenAt)}${isComplete ? '' : '.incomplete'}.motcua`;

/** Of the file that is being written. */
export const takingName = (takenAt: number): string => `${stem(takenAt)}.taking`;

/** Newest first; none when there is no such folder. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = (await namesIn(folder)).filter((name) => NAME.test(name));
  const files = await Promise.all(names.map((name) => describe(folder, name)));
  return files.sort((left, right) => (left.takenAt < right.takenAt ? 1 : -1));
}

/** Removes what an attempt that did not end left behind. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (TAKING.test(name)) await rm(join(folder, name));
}

async function describe(folder: string, name: string): Promise<BackupFile> {
  const file = join(folder, name);
  const [, year, month, day, hour, minute, second, incomplete] = NAME.exec(name)!;
  return {
    name,
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    size: (await stat(file)).size,
    isComplete: incomplete === undefined,
    isEncrypted: await isSealed(file),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const stem = (takenAt: number): string =>
  `motcua-${new Date(takenAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
