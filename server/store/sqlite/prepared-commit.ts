/** A commit as the writer takes it: documents as text, so that it can go to another thread and means the same there. */
import type { Write } from '../store.ts';
import { type KeptApart, without } from './kept-apart.ts';
import type { Table } from './table.ts';

export interface PreparedCommit {
  /** key of a sequence -> the number that the commit was made with: the sequence's next, or the commit is refused */
  numbers: [key: string, number: number][];
  writes: PreparedWrite[];
  /** writes nothing that anybody sees: whether the disk takes a write at all */
  isTrial?: true;
}

/** What is written of a document. */
export interface PreparedText {
  text: string;
  /** of the fields that its collection keeps apart; absent: they stay as they stand */
  apart?: string | undefined;
}

export type PreparedWrite = { collection: string; id: string } & (
  | ({ op: 'insert' } & PreparedText)
  | ({ op: 'replace'; version: number } & PreparedText)
  | ({ op: 'put' } & PreparedText)
  | { op: 'delete'; version?: number }
);

/** Tries whether the disk takes writes. */
export const TRIAL: PreparedCommit = { numbers: [], writes: [], isTrial: true };

export interface Preparing {
  tables: ReadonlyMap<string, Table>;
  apart: KeptApart;
}

export function prepareWrite({ tables, apart }: Preparing, write: Write): PreparedWrite {
  if (write.op === 'delete') return write;
  const { doc, ...rest } = write;
  const fields = tables.get(write.collection)?.apart?.fields;
  if (!fields) return { ...rest, text: JSON.stringify(doc) };
  // A document that is put may take the place of any other.
  const key = write.op === 'put' ? '' : documentKey(write.collection, write.id);
  const text = JSON.stringify(without(doc, fields));
  return { ...rest, text, apart: apart.changed(key, doc, fields) };
}

/** Of documents whose parts the commit puts others in the place of. */
export const replacedParts = ({ tables }: Preparing, { writes }: PreparedCommit): string[] =>
  writes
    .filter((write) => tables.get(write.collection)?.apart && write.op !== 'insert' && changesParts(write))
    .map(({ collection, id }) => documentKey(collection, id));

const changesParts = (write: PreparedWrite): boolean => write.op === 'delete' || write.apart !== undefined;

export const documentKey = (collection: string, id: string): string => `${collection} ${id}`;
