/** The writes of one commit, inside a transaction that is already open. */
import { DuplicateKey, type NumberedCommit, StoreConflict, type Write } from '../store.ts';
import { type Connection, sqliteCode } from './connection.ts';
import type { Table } from './table.ts';
import { quoteName } from './typed-value.ts';

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
    const changed = runWrite(connection, statementsOf(table), write);
    const isGuarded = write.op === 'replace' || (write.op === 'delete' && write.version !== undefined);
    if (isGuarded && changed === 0) throw new StoreConflict(write.collection, write.id);
  } catch (error) {
    throw duplicateOf(error, table) ?? error;
  }
}

function runWrite(connection: Connection, sql: Statements, write: Write): number {
  switch (write.op) {
    case 'insert':
      return connection.run(sql.insert, [write.id, JSON.stringify(write.doc)]);
    case 'replace':
      return connection.run(sql.replace, [JSON.stringify(write.doc), write.id, write.version]);
    case 'put':
      return connection.run(sql.put, [write.id, JSON.stringify(write.doc)]);
    case 'delete':
      return write.version === undefined
        ? connection.run(sql.delete, [write.id])
        : connection.run(sql.deleteVersion, [write.id, write.version]);
  }
}

type Statements = Record<Write['op'] | 'deleteVersion', string>;

const written = new WeakMap<Table, Statements>();

/** The text of each kind of write, made once a table. */
function statementsOf(table: Table): Statements {
  const known = written.get(table);
  if (known) return known;
  const name = quoteName(table.name);
  const insert = `INSERT INTO ${name} (id, version, doc) VALUES (?, 1, ?)`;
  const statements: Statements = {
    insert,
    replace: `UPDATE ${name} SET doc = ?, version = version + 1 WHERE id = ? AND version = ?`,
    put: `${insert} ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, version = version + 1`,
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
