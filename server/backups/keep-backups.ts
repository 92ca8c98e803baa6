/** Takes backups by itself as their schedule says, and removes those that nobody needs any more. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { BackupFile, BackupRetention, BackupSchedule } from '../contract/backups.ts';
import { problem } from '../http/problem.ts';
import type { BackupOrder, BackupOutcome } from '../store/backup/back-up.ts';
import { refusalOfDisk } from '../store/backup/refusal-of-disk.ts';
import { syncFolder } from '../store/sync-folder.ts';
import { backupName, listBackups, removeUnfinished, takingName } from './backup-files.ts';
import { keptBackups } from './retention.ts';
import { lastSlot, nextSlot } from './schedule.ts';

export interface BackupSettings {
  /** one server's alone; made when its parent is there */
  folder: string;
  schedule: BackupSchedule;
  retention: BackupRetention;
}

/** Writes a backup and reads it back; ends early when the signal says so. */
export type TakeBackup = (order: BackupOrder, signal: AbortSignal) => Promise<BackupOutcome>;

export interface BackupKeeperOptions extends BackupSettings {
  dataDir: string;
  passphrase?: string | undefined;
  take: TakeBackup;
  /** the machine's */
  clock: Clock;
  log: Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;
}

/** How the last attempt of this process ended. */
export interface Attempt {
  startedAt: number;
  endedAt: number;
  /** damaged files of the store that are not in it */
  corrupt: number;
  /** why there is no file */
  fault?: unknown;
}

export interface BackupKeeper {
  /** Takes one when it is due: when none was taken since the last scheduled instant, however long the server was away. */
  tick(): Promise<void>;
  /** Begins one now. @throws Problem `backup.running` (409) while one is being taken */
  begin(): void;
  status(): Promise<BackupKeeperStatus>;
  /** Seconds since the last complete backup was taken; infinite when there is none. */
  ageOfLastGood(): Promise<number>;
  /** Whether the last attempt gave no complete backup. */
  hasFailed(): boolean;
  /** Gives up the one that is being taken, and leaves nothing of it. */
  stop(): Promise<void>;
}

interface BackupKeeperStatus {
  files: BackupFile[];
  nextAt: number;
  runningSince?: number;
  last?: Attempt;
}

/** After an attempt that failed. */
export const RETRY_MS = 15 * 60_000;

export function keepBackups(options: BackupKeeperOptions): BackupKeeper {
  const { folder, schedule, clock, log } = options;
  const stopping = new AbortController();
  let running: { since: number; ended: Promise<void> } | undefined;
  let last: Attempt | undefined;

  // A folder that cannot be read holds nothing to rely on; the attempt that follows says what is wrong with it.
  const list = (): Promise<BackupFile[]> => listBackups(folder).catch(() => []);
  const attempt = async (startedAt: number): Promise<void> => {
    try {
      const { corrupt } = await takeOne(options, { takenAt: startedAt, signal: stopping.signal });
      last = { startedAt, endedAt: clock.now(), corrupt: corrupt.length };
    } catch (fault) {
      if (stopping.signal.aborted) return;
      last = { startedAt, endedAt: clock.now(), corrupt: 0, fault };
      log.error({ err: fault, folder }, 'no backup taken');
    }
  };
  const begin = (): Promise<void> => {
    const since = clock.now();
    const ended = attempt(since).finally(() => {
      running = undefined;
    });
    running = { since, ended };
    return ended;
  };
  const dueAt = (files: BackupFile[]): number => {
    const now = clock.now();
    const slot = lastSlot(schedule, now);
    // One that bears a date to come was taken while the clock was wrong, and says nothing about today.
    const isTaken = files.map(takenAt).some((at) => at >= slot && at <= now);
    if (isTaken) return nextSlot(schedule, now);
    return last?.fault !== undefined && last.endedAt <= now ? Math.max(now, last.endedAt + RETRY_MS) : now;
  };

  return {
    tick: async () => {
      if (running || stopping.signal.aborted) return;
      const files = await list();
      if (!running && dueAt(files) <= clock.now()) await begin();
    },
    begin: () => {
      if (running) throw problem('backup.running', 409);
      void begin();
    },
    status: async () => {
      const files = await list();
      return {
        files,
        nextAt: dueAt(files),
        ...(running && { runningSince: running.since }),
        ...(last && { last }),
      };
    },
    ageOfLastGood: async () => {
      const good = (await list()).find(({ isComplete }) => isComplete);
      return good ? Math.max(0, clock.now() - takenAt(good)) / 1000 : Number.POSITIVE_INFINITY;
    },
    hasFailed: () => last !== undefined && (last.fault !== undefined || last.corrupt > 0),
    stop: async () => {
      stopping.abort();
      await running?.ended;
    },
  };
}

const takenAt = ({ takenAt: instant }: BackupFile): number => Date.parse(instant);

/** Written under another name and renamed when it was read back; older ones go only then. */
async function takeOne(
  { folder, dataDir, passphrase, retention, take, log }: BackupKeeperOptions,
  { takenAt: at, signal }: { takenAt: number; signal: AbortSignal },
): Promise<BackupOutcome> {
  await makeFolder(folder);
  await removeUnfinished(folder);
  signal.throwIfAborted();
  try {
    const unfinished = join(folder, takingName(at));
    const seal = passphrase === undefined ? undefined : { passphrase };
    const outcome = await take({ folder: dataDir, file: unfinished, seal }, signal);
    const isComplete = outcome.corrupt.length === 0;
    const name = backupName(at, { isComplete });
    await rename(unfinished, join(folder, name));
    await syncFolder(folder);
    log[isComplete ? 'info' : 'warn'](
      { name, blobs: outcome.blobs, corrupt: outcome.corrupt },
      'backup taken',
    );
    // Older backups may hold what is damaged now.
    if (isComplete) await prune({ folder, retention, justTaken: name, log });
    return outcome;
  } finally {
    await removeUnfinished(folder);
  }
}

/** Its parent is not made: where a disk is not mounted, backups must not fill up the one below. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw problem('backup.no-folder', 500, { values: { folder } });
    if (code !== 'EEXIST') throw refusalOfDisk(fault, folder);
  }
}

async function prune({
  folder,
  retention,
  justTaken,
  log,
}: Pick<BackupKeeperOptions, 'folder' | 'retention' | 'log'> & { justTaken: string }): Promise<void> {
  const files = await listBackups(folder);
  const kept = keptBackups(files.filter(({ isComplete }) => isComplete).map(takenAt), retention);
  for (const file of files) {
    // A complete one has just been taken: it has all that an incomplete one has.
    const isKept = file.name === justTaken || (file.isComplete && kept.has(takenAt(file)));
    if (isKept) continue;
    await rm(join(folder, file.name), { force: true });
    log.info({ name: file.name }, 'backup removed');
  }
}
