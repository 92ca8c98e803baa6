/** A commit as the writer takes it: documents as text, so that it can go to another thread and means the same there. */
import type { Write } from '../store.ts';

export interface PreparedCommit {
  /** key of a sequence -> the number that the commit was made with: the sequence's next, or the commit is refused */
  numbers: [key: string, number: number][];
  writes: PreparedWrite[];
  /** writes nothing that anybody sees: whether the disk takes a write at all */
  isTrial?: true;
}

export type PreparedWrite = { collection: string; id: string } & (
  | { op: 'insert'; text: string }
  | { op: 'replace'; version: number; text: string }
  | { op: 'put'; text: string }
  | { op: 'delete'; version?: number }
);

/** Tries whether the disk takes writes. */
export const TRIAL: PreparedCommit = { numbers: [], writes: [], isTrial: true };

export const prepareCommit = (writes: Write[], numbers: PreparedCommit['numbers'] = []): PreparedCommit => ({
  numbers,
  writes: writes.map(prepareWrite),
});

function prepareWrite(write: Write): PreparedWrite {
  if (write.op === 'delete') return write;
  const { doc, ...rest } = write;
  return { ...rest, text: JSON.stringify(doc) };
}
