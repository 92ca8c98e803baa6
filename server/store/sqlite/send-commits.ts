/** The way of a commit to the writer and back: prepared, numbered, and what is remembered of its documents kept up with it. */
import type { NumberedCommit, Write } from '../store.ts';
import { numbering } from './numbering.ts';
import { type PreparedCommit, type Preparing, prepareWrite, replacedParts } from './prepared-commit.ts';
import type { RecentDocuments } from './recent-documents.ts';
import type { Writer } from './writer.ts';

export interface Sending extends Preparing {
  writer: Writer;
  recent: RecentDocuments;
  /** the last number that is written of a sequence, 0 when none */
  lastNumber: (key: string) => number;
}

/** @returns resolves when a commit is on the disk; throws StoreConflict, DuplicateKey, StoreUnavailable */
export function sendCommits(to: Sending): (commit: Write[] | NumberedCommit) => Promise<void> {
  const { writer, recent, apart } = to;

  /** Holds on to nothing of the commit's texts: they need not live until it is answered. */
  const send = (writes: Write[], numbers: PreparedCommit['numbers']) => {
    const commit = { numbers, writes: writes.map((write) => prepareWrite(to, write)) };
    const replaced = replacedParts(to, commit);
    replaced.forEach(apart.supersede);
    const remember = recent.follow(commit);
    const answered = (isWritten: boolean) => {
      // Once more: they may have been read anew meanwhile, as they were before.
      replaced.forEach(apart.supersede);
      remember(isWritten);
    };
    return { answered, written: writer.run(commit) };
  };
  const run = async (writes: Write[], numbers: PreparedCommit['numbers'] = []) => {
    const { answered, written } = send(writes, numbers);
    try {
      await written;
    } catch (fault) {
      answered(false);
      throw fault;
    }
    answered(true);
  };
  const commitNumbered = numbering({ lastOf: to.lastNumber, run });
  return (commit) => (Array.isArray(commit) ? run(commit) : commitNumbered(commit));
}
