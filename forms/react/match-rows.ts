/** Rows of a table beside the rows of an earlier answer: which stayed, changed, came in, or went. */
import { canonical } from '../keywords.ts';

export interface RowPair {
  /** the row now; absent when it went */
  now?: unknown;
  /** the row before; absent when it came in */
  before?: unknown;
  kind: 'same' | 'changed' | 'added' | 'removed';
}

/**
 * Equal rows are the same row wherever they stand now; what is left is paired in order. So a row put in at the
 * top is one new row, and not a change of every row below it.
 */
export function matchRows(now: readonly unknown[], before: readonly unknown[]): RowPair[] {
  const waiting = before.map((row) => ({ row, text: canonical(row), isTaken: false }));
  const take = (wanted: (text: string) => boolean) => {
    const found = waiting.find(({ text, isTaken }) => !isTaken && wanted(text));
    if (found) found.isTaken = true;
    return found;
  };
  const equal = now.map((row) => {
    const text = canonical(row);
    return take((other) => other === text);
  });
  const pairs = now.map((row, index): RowPair => {
    if (equal[index]) return { now: row, before: row, kind: 'same' };
    // only where rows went is a new one the successor of an old one
    const former = take(() => true);
    return former ? { now: row, before: former.row, kind: 'changed' } : { now: row, kind: 'added' };
  });
  const gone = waiting.filter(({ isTaken }) => !isTaken);
  return [...pairs, ...gone.map(({ row }): RowPair => ({ before: row, kind: 'removed' }))];
}
