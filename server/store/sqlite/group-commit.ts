/**
 * Group commit: what arrives together shares one transaction and so one fsync; each caller is answered after it.
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
  /** Writes what waits, then refuses what comes. */
  stop(): void;
}

/** More would hold up readers for longer than an fsync costs. */
const LARGEST_GROUP = 256;

/** @param options.grouped `false` gives every commit its own transaction; for measuring only */
export function groupCommit(connection: Connection, { grouped = true } = {}): GroupCommit {
  const waiting: Waiting[] = [];
  let isScheduled = false;
  let isStopped = false;

  const flush = () => {
    isScheduled = false;
    commitTogether(connection, waiting.splice(0, grouped ? LARGEST_GROUP : 1));
    schedule();
  };
  const schedule = () => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(flush);
  };

  return {
    run: (work) =>
      new Promise((done, refused) => {
        if (isStopped) {
          refused(new StoreUnavailable('closed'));
          return;
        }
        waiting.push({ work, done, refused });
        schedule();
      }),
    stop: () => {
      isStopped = true;
      while (waiting.length > 0) commitTogether(connection, waiting.splice(0, LARGEST_GROUP));
    },
  };
}

function commitTogether(connection: Connection, group: Waiting[]): void {
  if (group.length === 0) return;
  if (!commitBoldly(connection, group)) commitCarefully(connection, group);
}

/** Hoping that none is refused, as nearly always; @returns false when one was, and nothing is written then. */
function commitBoldly(connection: Connection, group: Waiting[]): boolean {
  try {
    connection.run('BEGIN IMMEDIATE');
    for (const { work } of group) work();
    connection.run('COMMIT');
  } catch {
    // Whose fault it was is told to the one it belongs to when each is tried by itself.
    if (connection.isInTransaction()) connection.script('ROLLBACK');
    return false;
  }
  for (const { done } of group) done();
  return true;
}

function commitCarefully(connection: Connection, group: Waiting[]): void {
  const written: Waiting[] = [];
  try {
    connection.run('BEGIN IMMEDIATE');
    for (const member of group) {
      if (runAlone(connection, member)) written.push(member);
    }
    connection.run('COMMIT');
  } catch (error) {
    if (connection.isInTransaction()) connection.script('ROLLBACK');
    // A member that was refused before has its own answer; telling it again changes nothing.
    for (const member of group) member.refused(error);
    return;
  }
  for (const member of written) member.done();
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
