/** Writes a group of commits in one transaction. One that is refused is undone alone (savepoint), its neighbours go through. */
import type { Outcome } from './group-commit.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import { applyCommit, type Writing } from './write.ts';

/** @returns what became of each, in order; when the transaction itself fails, all are refused with its fault */
export const writeGroup = (to: Writing, group: PreparedCommit[]): Outcome[] =>
  writeBoldly(to, group) ? group.map(() => 'written') : writeCarefully(to, group);

/** Hoping that none is refused, as nearly always; @returns false when one was, and nothing is written then. */
function writeBoldly(to: Writing, group: PreparedCommit[]): boolean {
  try {
    to.connection.run('BEGIN IMMEDIATE');
    for (const commit of group) applyCommit(to, commit);
    to.connection.run('COMMIT');
    return true;
  } catch {
    // Whose fault it was is told to the one it belongs to when each is tried by itself.
    undo(to);
    return false;
  }
}

function writeCarefully(to: Writing, group: PreparedCommit[]): Outcome[] {
  try {
    to.connection.run('BEGIN IMMEDIATE');
    const outcomes = group.map((commit) => writeAlone(to, commit));
    to.connection.run('COMMIT');
    return outcomes;
  } catch (refused) {
    undo(to);
    return group.map(() => ({ refused }));
  }
}

/** @throws when the whole transaction is gone */
function writeAlone(to: Writing, commit: PreparedCommit): Outcome {
  const { connection, standing } = to;
  connection.run('SAVEPOINT one');
  try {
    applyCommit(to, commit);
    connection.run('RELEASE one');
    return 'written';
  } catch (refused) {
    if (!connection.isInTransaction()) throw refused;
    standing.forget();
    connection.script('ROLLBACK TO one; RELEASE one');
    return { refused };
  }
}

function undo({ connection, standing }: Writing): void {
  standing.forget();
  if (connection.isInTransaction()) connection.script('ROLLBACK');
}
