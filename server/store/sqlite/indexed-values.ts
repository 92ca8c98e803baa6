/** What a document puts into the columns and side tables of its collection, beside the document itself. */
import { sortValue } from '../cursor.ts';
import type { Path } from '../store.ts';
import type { Bound } from './connection.ts';
import { boundValue, valueKey } from './typed-value.ts';

/** The single value at a path. */
export const columnValue = (doc: object, path: Path): Bound => boundValue(sortValue(doc, path));

/** Every value at a path, arrays on the way opened, each once; missing and null are none. By their keys. */
export function sideValues(doc: object, path: Path): Map<string | number, Bound> {
  const found = everyValue(doc, path.split('.')).filter((value) => value !== null && value !== undefined);
  return new Map(
    found.map((value) => {
      const bound = boundValue(value);
      return [valueKey(bound), bound];
    }),
  );
}

function everyValue(parent: unknown, [segment, ...deeper]: string[]): unknown[] {
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return [];
  const value = (parent as Record<string, unknown>)[segment!];
  const items = Array.isArray(value) ? value : [value];
  return deeper.length === 0 ? items : items.flatMap((item) => everyValue(item, deeper));
}
