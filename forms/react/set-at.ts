/** Changing one value of a form's data. */
import type { JsonObject } from '../types.ts';

type Path = readonly (string | number)[];

/**
 * A copy with the value at `path` replaced; `undefined` takes it away, and with it the groups that
 * are empty then: a group nobody filled in is not there. Rows of a table stay.
 */
export function setAt(root: unknown, path: Path, value: unknown): unknown {
  const [token, ...rest] = path;
  if (token === undefined) return value;
  if (typeof token === 'number') {
    const rows = Array.isArray(root) ? [...root] : [];
    const row = setAt(rows[token], rest, value);
    rows[token] = row ?? (rest.length > 0 ? {} : null);
    return rows;
  }
  const entries = new Map(Object.entries(isObject(root) ? root : {}));
  const child = setAt(entries.get(token), rest, value);
  if (child === undefined || (rest.length > 0 && typeof rest[0] === 'string' && isEmptyObject(child))) {
    entries.delete(token);
  } else {
    entries.set(token, child);
  }
  return Object.fromEntries(entries);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmptyObject = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;
