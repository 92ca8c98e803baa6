/** The writes of one commit, inside a transaction that is already open: documents, and what their indexes stand on. */
import { DuplicateKey, type NumberedCommit, StoreConflict, type Write } from '../store.ts';
import { type Bound, type Connection, sqliteCode } from './connection.ts';
import { columnValue, sideValues } from './indexed-values.ts';
import type { Table } from './table.ts';
import { quoteName, valueKey } from './typed-value.ts';

export function applyCommit(
  connection: Connection,
  tables: ReadonlyMap<string, Table>,
  commit: Write[] | NumberedCommit,
): void {
  const writes = Array.isArray(commit) ? commit : commit.writes(takeNumbers(connection, commit.take));
  for (const write of writes) {
    const table = tables.get(write.collection);
    if (!table) throw new TypeError(`collection ${write.collection} was never declared`);
    applyWrite(connection, table, write);
  }
}

function takeNumbers(connection: Connection, keys: string[]): Record<string, number> {
  const taken = [...new Set(keys)].map((key) => {
    const [row] = connection.rows(
      'INSERT INTO motcua_sequences (key, value) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value',
      [key],
    );
    return [key, row![0] as number] as const;
  });
  return Object.fromEntries(taken);
}

function applyWrite(connection: Connection, table: Table, write: Write): void {
  try {
    const isDone = WRITES[write.op](connection, table, write as never);
    if (!isDone) throw new StoreConflict(write.collection, write.id);
  } catch (error) {
    throw duplicateOf(error, table) ?? error;
  }
}

/** Each kind of write; `false` when its guard failed. */
const WRITES: {
  [O in Write['op']]: (connection: Connection, table: Table, write: Extract<Write, { op: O }>) => boolean;
} = { insert, replace, put, delete: remove };

function insert(connection: Connection, table: Table, { id, doc }: { id: string; doc: object }): true {
  const values = [...table.columns.keys()].map((path) => columnValue(doc, path));
  connection.run(statementsOf(table).insert, [id, ...values, JSON.stringify(doc)]);
  for (const [path, side] of table.sides)
    addToSide(connection, { side, id, values: [...sideValues(doc, path).values()] });
  return true;
}

function replace(
  connection: Connection,
  table: Table,
  write: { id: string; version: number; doc: object },
): boolean {
  const row = readRow(connection, table, write.id);
  if (row?.version !== write.version) return false;
  rewrite(connection, table, { ...write, before: row.columns });
  return true;
}

function put(connection: Connection, table: Table, write: { id: string; doc: object }): true {
  const row = readRow(connection, table, write.id);
  if (!row) return insert(connection, table, write);
  rewrite(connection, table, { ...write, before: row.columns });
  return true;
}

/** The columns in the order of the table. */
function readRow(connection: Connection, table: Table, id: string) {
  const [row] = connection.rows(statementsOf(table).read, [id]) as [Bound[]?];
  return row && { version: row.at(-1), columns: row.slice(0, -1) };
}

/** Touches the columns that change, and with them only the indexes that stand on these. */
function rewrite(
  connection: Connection,
  table: Table,
  { id, doc, before }: { id: string; doc: object; before: Bound[] },
): void {
  const changed = [...table.columns].flatMap(([path, column], position) => {
    const value = columnValue(doc, path);
    return valueKey(value) === valueKey(before[position]!) ? [] : [{ column, value }];
  });
  const sql = statementsOf(table).rewriteOf(changed.map(({ column }) => column));
  connection.run(sql, [...changed.map(({ value }) => value), JSON.stringify(doc), id]);
  for (const [path, side] of table.sides)
    bringSideInLine(connection, { side, id, wanted: sideValues(doc, path) });
}

function remove(
  connection: Connection,
  table: Table,
  { id, version }: { id: string; version?: number },
): boolean {
  const sql = statementsOf(table);
  const removed =
    version === undefined
      ? connection.run(sql.delete, [id])
      : connection.run(sql.deleteVersion, [id, version]);
  if (removed > 0) for (const side of table.sides.values()) connection.run(emptySide(side), [id]);
  return removed > 0 || version === undefined;
}

function bringSideInLine(
  connection: Connection,
  { side, id, wanted }: { side: string; id: string; wanted: Map<string | number, Bound> },
): void {
  const present = connection.rows(`SELECT value FROM ${quoteName(side)} WHERE id = ?`, [id]);
  const left = new Map(wanted);
  const gone = (present as [Bound][]).filter(([value]) => !left.delete(valueKey(value)));
  if (gone.length > 0 && gone.length === present.length) connection.run(emptySide(side), [id]);
  else
    for (const [value] of gone)
      connection.run(`DELETE FROM ${quoteName(side)} WHERE value = ? AND id = ?`, [value, id]);
  addToSide(connection, { side, id, values: [...left.values()] });
}

/** Values a statement; more would only make many statements of different length. */
const SIDE_ROWS = 8;

function addToSide(
  connection: Connection,
  { side, id, values }: { side: string; id: string; values: Bound[] },
): void {
  for (let from = 0; from < values.length; from += SIDE_ROWS) {
    const some = values.slice(from, from + SIDE_ROWS);
    const rows = some.map(() => '(?, ?)').join(', ');
    connection.run(
      `INSERT INTO ${quoteName(side)} (value, id) VALUES ${rows}`,
      some.flatMap((value) => [value, id]),
    );
  }
}

const emptySide = (side: string): string => `DELETE FROM ${quoteName(side)} WHERE id = ?`;

interface Statements {
  insert: string;
  /** the columns in the order of the table, then the version */
  read: string;
  rewriteOf: (changed: string[]) => string;
  delete: string;
  deleteVersion: string;
}

const written = new WeakMap<Table, Statements>();

/** The text of each kind of write, made once a table. */
function statementsOf(table: Table): Statements {
  const known = written.get(table);
  if (known) return known;
  const name = quoteName(table.name);
  const columns = [...table.columns.values()].map(quoteName);
  const statements: Statements = {
    insert: `INSERT INTO ${name} (${['id', 'version', ...columns, 'doc'].join(', ')}) VALUES (?, 1, ${columns.map(() => '?, ').join('')}?)`,
    read: `SELECT ${[...columns, 'version'].join(', ')} FROM ${name} WHERE id = ?`,
    rewriteOf: (changed) =>
      `UPDATE ${name} SET ${changed.map((column) => `${quoteName(column)} = ?, `).join('')}doc = ?, version = version + 1 WHERE id = ?`,
    delete: `DELETE FROM ${name} WHERE id = ?`,
    deleteVersion: `DELETE FROM ${name} WHERE id = ? AND version = ?`,
  };
  written.set(table, statements);
  return statements;
}

/** SQLite names the columns that collided; the caller knows indexes. */
function duplicateOf(error: unknown, table: Table): DuplicateKey | null {
  const code = sqliteCode(error);
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE' && code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return null;
  const columns = (error as Error).message.replace(/^.*constraint failed: /, '');
  const taken = table.unique.find((unique) => unique.columns.join(', ') === columns);
  return new DuplicateKey(table.collection, taken?.index ?? 'id');
}
