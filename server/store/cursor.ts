/** Opaque page cursors: the last row's sort values and id, tied to the query they came from. */
import { createHash } from 'node:crypto';
import { problem } from '../http/problem.ts';
import type { Path, Query, Scalar } from './store.ts';

export interface Position {
  /** one for each sort field; `{}` stands for an object or array */
  values: (Scalar | object)[];
  id: string;
}

export function encodeCursor(collection: string, query: Query, position: Position): string {
  const parts = [fingerprint(collection, query), position.id, ...position.values];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws Problem `store.bad-cursor` when it is damaged or another query's */
export function decodeCursor(collection: string, query: Query): Position | null {
  if (query.cursor === undefined) return null;
  const parts = parse(query.cursor);
  const [print, id, ...values] = parts;
  const isOurs = print === fingerprint(collection, query) && typeof id === 'string';
  if (!isOurs || values.length !== (query.sort?.length ?? 0)) throw problem('store.bad-cursor', 400);
  return { id, values: values as Position['values'] };
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const fingerprint = (collection: string, { where, anyOf, sort }: Query): string =>
  createHash('sha256')
    .update(JSON.stringify([collection, where, anyOf, sort]))
    .digest('base64url')
    .slice(0, 10);

/** The value a document is sorted by: null when missing, `{}` for an object or array. */
export function sortValue(document: object, path: Path): Scalar | object {
  let value: unknown = document;
  for (const segment of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    value = (value as Record<string, unknown>)[segment];
  }
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? {} : (value as Scalar);
}
