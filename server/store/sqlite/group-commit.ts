/**
 * Group commit: what arrives together shares one transaction and one sync; each caller is answered after it. The sync
 * runs beside the event loop, so that others are served while the disk works. A second group is written and synced
 * meanwhile, what arrives then waits for the next. A commit that is refused is undone alone (savepoint), its neighbours go through.
 */
import { StoreUnavailable } from '../store.ts';
import type { Connection } from './connection.ts';

interface Waiting {
  work: () => void;
  done: () => void;
  refused: (reason: unknown) => void;
}

export interface GroupCommit {
  /** @param work writes, synchronously, inside the transaction that it finds open */
  run(work: () => void): Promise<void>;
  /** Refuses what comes, writes what waits; resolves when all of it is answered. */
  stop(): Promise<void>;
}

export interface GroupCommitOptions {
  /** resolves when what is written is on the disk */
  sync: () => Promise<void>;
  /** what was written since the last commit is undone, all of it or one member's */
  undone?: () => void;
  /** `false` gives every commit its own transaction; for measuring only */
  grouped?: boolean;
}

/** More would hold up readers for longer than a sync costs. */
const LARGEST_GROUP = 256;
/** Groups that are being synced: a lone commit need not wait for the sync before it, many still share one. */
const SYNCS_AT_ONCE = 2;

export function groupCommit(connection: Connection, options: GroupCommitOptions): GroupCommit {
  const { sync, grouped = true, undone = () => {} } = options;
  const waiting: Waiting[] = [];
  const syncing = new Set<Promise<void>>();
  /** all groups written so far are on the disk */
  let safe = Promise.resolve();
  let running: Promise<void> | undefined;
  let refusal: StoreUnavailable | undefined;

  const workOff = async () => {
    // Callers of this turn of the event loop belong together.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      if (syncing.size >= SYNCS_AT_ONCE) {
        await Promise.race(syncing);
        continue;
      }
      const written = commitTogether({ connection, undone }, waiting.splice(0, grouped ? LARGEST_GROUP : 1));
      if (written.length > 0) answerWhenSynced(written);
    }
  };
  /** In order: of two syncs at once the first may hear alone that the disk failed both. */
  const answerWhenSynced = (written: Waiting[]) => {
    safe = Promise.all([safe, sync()]).then(() => {});
    const answered = safe
      .then(() => {
        for (const { done } of written) done();
      })
      .catch((fault: unknown) => {
        // A disk that failed once may call its next sync a success without having what it lost: only a start reads what is there.
        refusal ??= new StoreUnavailable('unreachable', fault);
        for (const { refused } of [...written, ...waiting.splice(0)]) refused(refusal);
      })
      .finally(() => syncing.delete(answered));
    syncing.add(answered);
  };
  const begin = () => {
    running ??= workOff().finally(() => {
      running = undefined;
      if (waiting.length > 0) begin();
    });
  };

  return {
    run: (work) =>
      new Promise((done, refused) => {
        if (refusal) {
          refused(refusal);
          return;
        }
        waiting.push({ work, done, refused });
        begin();
      }),
    stop: async () => {
      refusal ??= new StoreUnavailable('closed');
      while (running) await running;
      await Promise.all(syncing);
    },
  };
}

interface Transactions {
  connection: Connection;
  undone: () => void;
}

/** @returns whose work is written, and answered when it is synced; the others have their refusal */
function commitTogether(to: Transactions, group: Waiting[]): Waiting[] {
  return commitBoldly(to, group) ? group : commitCarefully(to, group);
}

/** Hoping that none is refused, as nearly always; @returns false when one was, and nothing is written then. */
function commitBoldly(to: Transactions, group: Waiting[]): boolean {
  try {
    to.connection.run('BEGIN IMMEDIATE');
    for (const { work } of group) work();
    to.connection.run('COMMIT');
    return true;
  } catch {
    // Whose fault it was is told to the one it belongs to when each is tried by itself.
    undo(to);
    return false;
  }
}

function commitCarefully(to: Transactions, group: Waiting[]): Waiting[] {
  const written: Waiting[] = [];
  try {
    to.connection.run('BEGIN IMMEDIATE');
    for (const member of group) {
      if (runAlone(to, member)) written.push(member);
    }
    to.connection.run('COMMIT');
    return written;
  } catch (error) {
    undo(to);
    // A member that was refused before has its own answer; telling it again changes nothing.
    for (const member of group) member.refused(error);
    return [];
  }
}

/** @returns whether it wrote; @throws when the whole transaction is gone */
function runAlone({ connection, undone }: Transactions, member: Waiting): boolean {
  connection.run('SAVEPOINT one');
  try {
    member.work();
    connection.run('RELEASE one');
    return true;
  } catch (error) {
    if (!connection.isInTransaction()) throw error;
    undone();
    connection.script('ROLLBACK TO one; RELEASE one');
    member.refused(error);
    return false;
  }
}

function undo({ connection, undone }: Transactions): void {
  undone();
  if (connection.isInTransaction()) connection.script('ROLLBACK');
}
