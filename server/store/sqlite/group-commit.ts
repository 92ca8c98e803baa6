/**
 * Group commit: what arrives together shares one transaction and one sync; each caller is answered after it. The sync
 * runs beside the event loop, so that others are served while the disk works; what arrives meanwhile is the next group.
 * A commit that is refused is undone alone (savepoint), its neighbours go through.
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
  /** `false` gives every commit its own transaction; for measuring only */
  grouped?: boolean;
}

/** More would hold up readers for longer than a sync costs. */
const LARGEST_GROUP = 256;

export function groupCommit(connection: Connection, options: GroupCommitOptions): GroupCommit {
  const { sync, grouped = true } = options;
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let refusal: StoreUnavailable | undefined;

  const workOff = async () => {
    // Callers of this turn of the event loop belong together.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const written = commitTogether(connection, waiting.splice(0, grouped ? LARGEST_GROUP : 1));
      if (written.length === 0) continue;
      try {
        await sync();
      } catch (fault) {
        // A disk that failed once may call its next sync a success without having what it lost: only a start reads what is there.
        refusal = new StoreUnavailable('unreachable', fault);
        for (const { refused } of [...written, ...waiting.splice(0)]) refused(refusal);
        return;
      }
      for (const { done } of written) done();
    }
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
    },
  };
}

/** @returns whose work is written, and answered when it is synced; the others have their refusal */
function commitTogether(connection: Connection, group: Waiting[]): Waiting[] {
  return commitBoldly(connection, group) ? group : commitCarefully(connection, group);
}

/** Hoping that none is refused, as nearly always; @returns false when one was, and nothing is written then. */
function commitBoldly(connection: Connection, group: Waiting[]): boolean {
  try {
    connection.run('BEGIN IMMEDIATE');
    for (const { work } of group) work();
    connection.run('COMMIT');
    return true;
  } catch {
    // Whose fault it was is told to the one it belongs to when each is tried by itself.
    if (connection.isInTransaction()) connection.script('ROLLBACK');
    return false;
  }
}

function commitCarefully(connection: Connection, group: Waiting[]): Waiting[] {
  const written: Waiting[] = [];
  try {
    connection.run('BEGIN IMMEDIATE');
    for (const member of group) {
      if (runAlone(connection, member)) written.push(member);
    }
    connection.run('COMMIT');
    return written;
  } catch (error) {
    if (connection.isInTransaction()) connection.script('ROLLBACK');
    // A member that was refused before has its own answer; telling it again changes nothing.
    for (const member of group) member.refused(error);
    return [];
  }
}

/** @returns whether it wrote; @throws when the whole transaction is gone */
function runAlone(connection: Connection, member: Waiting): boolean {
  connection.run('SAVEPOINT one');
  try {
    member.work();
    connection.run('RELEASE one');
    return true;
  } catch (error) {
    if (!connection.isInTransaction()) throw error;
    connection.script('ROLLBACK TO one; RELEASE one');
    member.refused(error);
    return false;
  }
}
