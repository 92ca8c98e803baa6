/** The writes of one commit, inside a transaction that is already open: documents, and what their indexes stand on. */
import { DuplicateKey, StoreConflict } from '../store.ts';
import { type Bound, type Connection, sqliteCode } from './connection.ts';
import type { PreparedCommit, PreparedText, PreparedWrite } from './prepared-commit.ts';
import { rowOf, type StandingRow, type StandingRows } from './standing-rows.ts';
import type { Table } from './table.ts';
import { quoteName, valueKey } from './typed-value.ts';

/** Where a commit is written to. */
export interface Writing {
  connection: Connection;
  tables: ReadonlyMap<string, Table>;
  standing: StandingRows;
}

/** A sequence stands elsewhere than the commit was prepared for. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
  readonly key: string;
  constructor(key: string) {
    super(`the number of ${key} is another's`);
    this.key = key;
  }
}

/**
 * @throws StoreConflict, DuplicateKey
 * @throws NumberTaken when one of its numbers is not the sequence's next
 */
export function applyCommit(to: Writing, { numbers, writes, isTrial }: PreparedCommit): void {
  if (isTrial) to.connection.run('UPDATE motcua_schema SET version = version');
  for (const [key, number] of numbers) takeNumber(to.connection, key, number);
  for (const write of writes) {
    const table = to.tables.get(write.collection);
    if (!table) throw new TypeError(`collection ${write.collection} was never declared`);
    applyWrite(to, table, write);
  }
}

function takeNumber(connection: Connection, key: string, number: number): void {
  const [row] = connection.rows(
    'INSERT INTO motcua_sequences (key, value) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value',
    [key],
  );
  if (row![0] !== number) throw new NumberTaken(key);
}

function applyWrite(to: Writing, table: Table, write: PreparedWrite): void {
  try {
    const isDone = WRITES[write.op](to, table, write as never);
    if (!isDone) throw new StoreConflict(write.collection, write.id);
  } catch (error) {
    throw duplicateOf(error, table) ?? error;
  }
}

/** Each kind of write; `false` when its guard failed. */
const WRITES: {
  [O in PreparedWrite['op']]: (to: Writing, table: Table, write: PreparedWrite & { op: O }) => boolean;
} = { insert, replace, put, delete: remove };

function insert(
  { connection, standing }: Writing,
  table: Table,
  { id, text, apart }: { id: string } & PreparedText,
): true {
  const row = rowOf(table, text, 1);
  connection.run(statementsOf(table).insert, [id, ...row.columns, text]);
  for (const [path, values] of row.sides)
    addToSide(connection, table.sides.get(path)!, { id, values: [...values.values()] });
  putApart(connection, table, { id, apart });
  standing.keep(table, id, row);
  return true;
}

function replace(
  to: Writing,
  table: Table,
  { id, version, ...texts }: { id: string; version: number } & PreparedText,
): boolean {
  const before = to.standing.find(table, id);
  if (before?.version !== version) return false;
  rewrite(to, table, { id, ...texts, before });
  return true;
}

function put(to: Writing, table: Table, { id, ...texts }: { id: string } & PreparedText): true {
  const before = to.standing.find(table, id);
  if (!before) return insert(to, table, { id, ...texts });
  rewrite(to, table, { id, ...texts, before });
  return true;
}

/** Touches the columns that change, and with them only the indexes that stand on these. */
function rewrite(
  { connection, standing }: Writing,
  table: Table,
  { id, text, apart, before }: { id: string; before: StandingRow } & PreparedText,
): void {
  const row = rowOf(table, text, before.version + 1);
  const changed = [...table.columns.values()].flatMap((column, position) => {
    const value = row.columns[position]!;
    return valueKey(value) === valueKey(before.columns[position]!) ? [] : [{ column, value }];
  });
  const sql = statementsOf(table).rewriteOf(changed.map(({ column }) => column));
  connection.run(sql, [...changed.map(({ value }) => value), text, id]);
  for (const [path, side] of table.sides) {
    const [stand, wanted] = [before.sides.get(path)!, row.sides.get(path)!];
    removeFromSide(connection, side, { id, values: beyond(stand, wanted) });
    addToSide(connection, side, { id, values: beyond(wanted, stand) });
  }
  putApart(connection, table, { id, apart });
  standing.keep(table, id, row);
}

function remove(
  { connection, standing }: Writing,
  table: Table,
  { id, version }: { id: string; version?: number },
): boolean {
  // Nothing else to take away: whether it is there need not be known.
  if (version === undefined && table.sides.size === 0 && !table.apart) {
    connection.run(statementsOf(table).delete, [id]);
    standing.drop(table, id);
    return true;
  }
  const before = standing.find(table, id);
  if (!before) return version === undefined;
  if (version !== undefined && before.version !== version) return false;
  connection.run(statementsOf(table).delete, [id]);
  if (table.apart) connection.run(`DELETE FROM ${quoteName(table.apart.table)} WHERE id = ?`, [id]);
  for (const [path, values] of before.sides)
    removeFromSide(connection, table.sides.get(path)!, { id, values: [...values.values()] });
  standing.drop(table, id);
  return true;
}

function putApart(
  connection: Connection,
  table: Table,
  { id, apart }: { id: string; apart: string | undefined },
): void {
  if (!table.apart || apart === undefined) return;
  connection.run(
    `INSERT INTO ${quoteName(table.apart.table)} (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc`,
    [id, apart],
  );
}

type Values = Map<string | number, Bound>;

/** The values of one that the other has not. */
const beyond = (some: Values, other: Values): Bound[] =>
  [...some].flatMap(([key, value]) => (other.has(key) ? [] : [value]));

/** Values a statement; more would only make many statements of different length. */
const SIDE_ROWS = 8;

interface SideValues {
  id: string;
  values: Bound[];
}

function addToSide(connection: Connection, side: string, { id, values }: SideValues): void {
  for (const some of chunks(values)) {
    const rows = some.map(() => '(?, ?)').join(', ');
    connection.run(
      `INSERT INTO ${quoteName(side)} (value, id) VALUES ${rows}`,
      some.flatMap((value) => [value, id]),
    );
  }
}

function removeFromSide(connection: Connection, side: string, { id, values }: SideValues): void {
  for (const some of chunks(values)) {
    const list = some.map(() => '?').join(', ');
    connection.run(`DELETE FROM ${quoteName(side)} WHERE value IN (${list}) AND id = ?`, [...some, id]);
  }
}

function* chunks(values: Bound[]): Generator<Bound[]> {
  for (let from = 0; from < values.length; from += SIDE_ROWS) yield values.slice(from, from + SIDE_ROWS);
}

interface Statements {
  insert: string;
  rewriteOf: (changed: string[]) => string;
  delete: string;
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
    rewriteOf: (changed) =>
      `UPDATE ${name} SET ${changed.map((column) => `${quoteName(column)} = ?, `).join('')}doc = ?, version = version + 1 WHERE id = ?`,
    delete: `DELETE FROM ${name} WHERE id = ?`,
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
