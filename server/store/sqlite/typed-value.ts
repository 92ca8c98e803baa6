/**
 * How a JSON value stands in a column, so that SQLite's own order is the port's:
 * missing and null < numbers < strings (by code point) < booleans < objects and arrays.
 */
import type { Path, Scalar } from '../store.ts';
import type { Bound } from './connection.ts';

/** Missing and null: below every number, and comparable, which NULL is not. */
export const MISSING = '-9e999';
/** A column that has a value. In the words of sparse indexes: SQLite takes one only for a query that says the same. */
export const presentSql = (column: string): string => `${column} <> ${MISSING}`;
/** Below every string and above every number. */
export const FIRST_TEXT = "''";
/** Below every boolean and above every string. */
export const FIRST_BLOB = "x''";
const FALSE = "x'00'";
const TRUE = "x'01'";
const CONTAINER = "x'02'";

/** SQL of one value; numbers and strings are bound, the rest are literals. */
export function valueSql(value: unknown, params: Bound[]): string {
  if (value === null || value === undefined) return MISSING;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'object') return CONTAINER;
  params.push(value as Bound);
  return '?';
}

/**
 * What is bound for a value, so that it stands as `valueSql` writes it. Numbers that JSON does not have stand as missing.
 */
export function boundValue(value: unknown): Bound {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return value ? BOUND_TRUE : BOUND_FALSE;
  return typeof value === 'object' && value !== null ? BOUND_CONTAINER : Number.NEGATIVE_INFINITY;
}

const BOUND_FALSE = Buffer.from([0]);
const BOUND_TRUE = Buffer.from([1]);
const BOUND_CONTAINER = Buffer.from([2]);

/** Tells values apart as SQLite does; what was read compares with what is to be written. */
export const valueKey = (value: Bound): string | number =>
  typeof value === 'string' ? `'${value}` : typeof value === 'number' ? value : `x${value[0]}`;

/** The single value at a path of the JSON in `document`. */
export function pathSql(document: string, path: Path): string {
  const at = jsonPath(path.split('.'));
  return typedSql(`json_type(${document}, ${at})`, `json_extract(${document}, ${at})`);
}

/** Every value at a path, arrays on the way opened: a FROM list, the value's SQL and its JSON type's. */
export function everyValueSql(document: string, path: Path): { from: string; value: string; type: string } {
  const tables = path.split('.').map((segment, depth) => {
    const at = jsonPath([segment]);
    const parent = depth === 0 ? document : `e${depth - 1}.value`;
    const opened = `CASE json_type(${parent}, ${at}) WHEN 'array' THEN ${parent} -> ${at} ELSE json_array(json(${parent} -> ${at})) END`;
    const items = depth === 0 ? opened : `CASE e${depth - 1}.type WHEN 'object' THEN ${opened} ELSE '[]' END`;
    return `json_each(${items}) AS e${depth}`;
  });
  const last = `e${tables.length - 1}`;
  return {
    from: tables.join(', '),
    value: typedSql(`${last}.type`, `${last}.value`),
    type: `${last}.type`,
  };
}

const typedSql = (type: string, value: string): string =>
  `coalesce(CASE ${type} WHEN 'true' THEN ${TRUE} WHEN 'false' THEN ${FALSE} WHEN 'object' THEN ${CONTAINER} WHEN 'array' THEN ${CONTAINER} ELSE ${value} END, ${MISSING})`;

/** A quoted SQL string: `$."clock"."dueAt"`. */
function jsonPath(segments: string[]): string {
  if (segments.some((segment) => segment === '' || /["\\]/.test(segment)))
    throw new TypeError(`not a path: ${segments.join('.')}`);
  return quoteText(`$${segments.map((segment) => `."${segment}"`).join('')}`);
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const isComparable = (value: Scalar | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
