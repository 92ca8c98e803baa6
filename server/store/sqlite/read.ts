/** Reading a collection: by id, by query, page by page. */
import { decodeCursor, encodeCursor, type Position, sortValue } from '../cursor.ts';
import type { Collection, Filter, Page, Query, Stored } from '../store.ts';
import type { Bound, Connection } from './connection.ts';
import { filterSql } from './filter-sql.ts';
import type { KeptApart } from './kept-apart.ts';
import { documentKey } from './prepared-commit.ts';
import type { RecentDocument, RecentDocuments } from './recent-documents.ts';
import { fromSql, type Table } from './table.ts';
import { quoteName, valueSql } from './typed-value.ts';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

export interface Reading {
  connection: Connection;
  table: Table;
  apart: KeptApart;
  /** documents read by id that are remembered; absent: none is */
  recent?: RecentDocuments;
}

export function readCollection<T extends object>(reading: Reading): Collection<T> {
  const { connection, table, recent } = reading;
  const tables = fromSql(table.name, table.apart?.table);
  const select = `SELECT t.id, t.version, t.doc${table.apart ? ', a.doc' : ''} FROM ${tables}`;
  const readRow = (row: unknown[]): { id: string } & RecentDocument => {
    const [id, version, text, parts] = row as [string, number, string, string | null | undefined];
    if (typeof parts !== 'string') return { id, version, text };
    return { id, version, text, parts: reading.apart.read(documentKey(table.collection, id), parts) };
  };
  const read = (sql: string, params: Bound[]): Stored<T>[] =>
    connection.rows(sql, params).map((row) => toStored<T>(readRow(row)));

  return {
    name: table.collection,
    get: async (id) => {
      const known = recent?.find(table.collection, id);
      if (known) return toStored({ id, ...known });
      const [row] = connection.rows(`${select} WHERE t.id = ?`, [id]);
      if (!row) return null;
      const found = readRow(row);
      recent?.keep(table.collection, id, found);
      return toStored(found);
    },
    getMany: async (ids) => {
      const found = read(`${select} WHERE t.id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]);
      const byId = new Map(found.map((stored) => [stored.id, stored]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    find: async (query) => findPage(table, { query, select, read }),
    count: async (filter: Filter, { atMost } = {}) => {
      const params: Bound[] = [];
      const where = filterSql(table, filter, params);
      const from = `FROM ${quoteName(table.name)} t WHERE ${where}`;
      const sql =
        atMost === undefined ? `SELECT count(*) ${from}` : `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`;
      if (atMost !== undefined) params.push(atMost);
      return connection.rows(sql, params)[0]![0] as number;
    },
  };
}

function toStored<T extends object>({
  id,
  version,
  text,
  parts,
}: { id: string } & RecentDocument): Stored<T> {
  const doc = JSON.parse(text) as T;
  return { id, version, doc: parts ? Object.assign(doc, parts) : doc };
}

function findPage<T extends object>(
  table: Table,
  {
    query,
    select,
    read,
  }: { query: Query; select: string; read: (sql: string, params: Bound[]) => Stored<T>[] },
): Page<T> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT)
    throw new RangeError(`limit must be 1..${HIGHEST_LIMIT}: ${limit}`);
  const params: Bound[] = [];
  const order = orderOf(table, query);
  const conditions = [filterSql(table, query, params)];
  const position = decodeCursor(table.collection, query);
  if (position) conditions.push(afterSql(order, position, params));
  params.push(limit + 1);
  const items = read(
    `${select} WHERE ${conditions.join(' AND ')} ORDER BY ${order.map(({ column, direction }) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    params,
  );
  if (items.length <= limit) return { items };
  items.pop();
  const last = items.at(-1)!;
  const values = (query.sort ?? []).map(({ field }) => sortValue(last.doc, field));
  return { items, next: encodeCursor(table.collection, query, { id: last.id, values }) };
}

interface Order {
  column: string;
  direction: 'asc' | 'desc';
}

/** The sort columns, and the id in the direction of the last of them, so that one index serves both ways. */
function orderOf(table: Table, { sort = [] }: Query): Order[] {
  const order = sort.map(({ field, direction }) => {
    const column = table.columns.get(field);
    if (!column) throw new TypeError(`${table.collection} has no index to sort by ${field}`);
    return { column: `t.${quoteName(column)}`, direction };
  });
  return [...order, { column: 't.id', direction: order.at(-1)?.direction ?? 'asc' }];
}

/** Rows that come after a position. */
function afterSql(order: Order[], position: Position, params: Bound[]): string {
  const values = [...position.values, position.id];
  const isUniform = order.every(({ direction }) => direction === order[0]!.direction);
  if (isUniform) {
    const columns = order.map(({ column }) => column).join(', ');
    const row = values.map((value) => valueSql(value, params)).join(', ');
    return `(${columns}) ${beyond(order[0]!)} (${row})`;
  }
  const alternatives = order.map(({ column, direction }, depth) => {
    const equal = order
      .slice(0, depth)
      .map((outer, outerDepth) => `${outer.column} = ${valueSql(values[outerDepth], params)} AND `);
    return `(${equal.join('')}${column} ${beyond({ direction })} ${valueSql(values[depth], params)})`;
  });
  return `(${alternatives.join(' OR ')})`;
}

const beyond = ({ direction }: { direction: Order['direction'] }): string =>
  direction === 'asc' ? '>' : '<';
