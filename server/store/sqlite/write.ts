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
  const name = quoteName(table.name);
  try {
    const changed = runWrite(connection, name, write);
    const isGuarded = write.op === 'replace' || (write.op === 'delete' && write.version !== undefined);
    if (isGuarded && changed === 0) throw new StoreConflict(write.collection, write.id);
  } catch (error) {
    throw duplicateOf(error, table) ?? error;
  }
}

function runWrite(connection: Connection, name: string, write: Write): number {
  switch (write.op) {
    case 'insert':
      return connection.run(`INSERT INTO ${name} (id, version, doc) VALUES (?, 1, ?)`, [
        write.id,
        JSON.stringify(write.doc),
      ]);
    case 'replace':
      return connection.run(
        `UPDATE ${name} SET doc = ?, version = version + 1 WHERE id = ? AND version = ?`,
        [JSON.stringify(write.doc), write.id, write.version],
      );
    case 'delete':
      return write.version === undefined
        ? connection.run(`DELETE FROM ${name} WHERE id = ?`, [write.id])
        : connection.run(`DELETE FROM ${name} WHERE id = ? AND version = ?`, [write.id, write.version]);
  }
}

/** SQLite names the columns that collided; the caller knows indexes. */
function duplicateOf(error: unknown, table: Table): DuplicateKey | null {
  const code = sqliteCode(error);
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE' && code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return null;
  const columns = (error as Error).message.replace(/^.*constraint failed: /, '');
  const taken = table.unique.find((unique) => unique.columns.join(', ') === columns);
  return new DuplicateKey(table.collection, taken?.index ?? 'id');
}
