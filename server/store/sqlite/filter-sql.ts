/** A filter of the port as an SQL condition over one collection's table. */
import type { Condition, Filter, Path, Scalar } from '../store.ts';
import type { Bound } from './connection.ts';
import type { Table } from './table.ts';
import {
  everyValueSql,
  FIRST_BLOB,
  FIRST_TEXT,
  isComparable,
  MISSING,
  presentSql,
  quoteName,
  valueSql,
} from './typed-value.ts';

/** @param params takes the values to bind, in the order of the SQL returned */
export function filterSql(table: Table, filter: Filter, params: Bound[]): string {
  const parts = Object.entries(filter.where ?? {}).map(([path, condition]) =>
    conditionSql(table, { path, condition, params }),
  );
  if (filter.anyOf)
    parts.push(`(${filter.anyOf.map((part) => filterSql(table, part, params)).join(' OR ') || '0'})`);
  return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
}

/** What a condition asks of a value, apart from where the value stands. */
interface Test {
  /** SQL over one present value; absent: no present value passes */
  some?: (value: string) => string;
  /** a document without the value passes */
  orMissing?: boolean;
  negated?: boolean;
}

function conditionSql(
  table: Table,
  { path, condition, params }: { path: Path; condition: Condition | undefined; params: Bound[] },
): string {
  const test = condition === undefined ? null : testOf(condition, params);
  if (!test) return '1';
  const passes: string[] = [];
  const place = placeOf(table, path);
  if (test.some) passes.push(place.some(test.some));
  if (test.orMissing) passes.push(place.missing());
  const sql = `(${passes.join(' OR ') || '0'})`;
  return test.negated ? `NOT ${sql}` : sql;
}

function testOf(condition: Condition, params: Bound[]): Test | null {
  if (condition === null) return { orMissing: true };
  if (typeof condition !== 'object') return { some: equals(condition, params) };
  if ('in' in condition) return isOneOf(condition.in, params);
  if ('prefix' in condition) return { some: startsWith(condition.prefix, params) };
  if ('exists' in condition) return condition.exists ? { some: presentSql } : { orMissing: true };
  if ('not' in condition) return { ...testOf(condition.not, params), negated: true };
  return isWithin(condition, params);
}

const equals = (wanted: Scalar, params: Bound[]) => (value: string) =>
  `${value} = ${valueSql(wanted, params)}`;

function isOneOf(values: Scalar[], params: Bound[]): Test {
  const present = values.filter((value) => value !== null);
  return {
    some: (value) => `${value} IN (${present.map((wanted) => valueSql(wanted, params)).join(', ')})`,
    orMissing: present.length < values.length,
  };
}

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Where the values of a type end in SQLite's order: numbers, then texts, then the rest. */
const TYPE_ENDS = {
  number: { lower: `> ${MISSING}`, upper: `< ${FIRST_TEXT}` },
  string: { lower: `>= ${FIRST_TEXT}`, upper: `< ${FIRST_BLOB}` },
};

/**
 * A range keeps to the type of its bounds. An end that is bounded needs no second term for the type: SQLite
 * takes one for each end from the index, and for any further one reads every document.
 */
function isWithin(bounds: { [name in keyof typeof COMPARISONS]?: Scalar }, params: Bound[]): Test | null {
  const given = (Object.entries(bounds) as [keyof typeof COMPARISONS, Scalar | undefined][]).flatMap(
    ([name, bound]) =>
      bound === undefined ? [] : [{ name, bound: comparable(name, bound), end: END_OF[name] }],
  );
  if (given.length === 0) return null;
  const open = given.flatMap(({ bound, end }) => {
    const type = typeof bound as keyof typeof TYPE_ENDS;
    const other = end === 'lower' ? 'upper' : 'lower';
    const isClosed = given.some((each) => each.end === other && typeof each.bound === type);
    return isClosed ? [] : [TYPE_ENDS[type][other]];
  });
  return {
    some: (value) => {
      params.push(...given.map(({ bound }) => bound));
      const terms = [...given.map(({ name }) => `${COMPARISONS[name]} ?`), ...open];
      return terms.map((term) => `${value} ${term}`).join(' AND ');
    },
  };
}

const END_OF = { gt: 'lower', gte: 'lower', lt: 'upper', lte: 'upper' } as const;

function comparable(name: string, bound: Scalar): Bound {
  if (!isComparable(bound)) throw new TypeError(`a range is bounded by numbers or strings: ${name}`);
  return bound;
}

const startsWith = (prefix: string, params: Bound[]) => (value: string) => {
  const end = afterPrefix(prefix);
  params.push(prefix);
  if (end === null) return `${value} >= ? AND ${value} < ${FIRST_BLOB}`;
  params.push(end);
  return `${value} >= ? AND ${value} < ?`;
};

/** The first string, by code point, that no longer starts with the prefix; null when there is none. */
function afterPrefix(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return null;
  // U+D800..DFFF are no characters of their own.
  const next = last + 1 === 0xd800 ? 0xe000 : last + 1;
  return String.fromCodePoint(...points, next);
}

interface Place {
  some: (test: (value: string) => string) => string;
  missing: () => string;
}

/** Where the values of a path stand: a column, a side table, or only in the document. */
function placeOf(table: Table, path: Path): Place {
  const column = table.columns.get(path);
  if (column) return inColumn(`t.${quoteName(column)}`, table.sparse.has(path));
  const side = table.sides.get(path);
  if (side) {
    const ids = `SELECT m.id FROM ${quoteName(side)} m`;
    return {
      some: (test) => `t.id IN (${ids} WHERE ${test('m.value')})`,
      missing: () => `t.id NOT IN (${ids})`,
    };
  }
  if (table.apart?.fields.includes(path.split('.')[0]!))
    throw new TypeError(`${table.collection} keeps ${path} apart: no query asks for it`);
  const every = everyValueSql('t.doc', path);
  return {
    some: (test) => `EXISTS (SELECT 1 FROM ${every.from} WHERE ${test(every.value)})`,
    missing: () => `NOT EXISTS (SELECT 1 FROM ${every.from} WHERE ${every.type} <> 'null')`,
  };
}

/** A test that some value passes says of a sparse column that there is one. */
const inColumn = (column: string, isSparse: boolean): Place => ({
  some: (test) => (isSparse ? `(${test(column)} AND ${presentSql(column)})` : test(column)),
  missing: () => `${column} = ${MISSING}`,
});
