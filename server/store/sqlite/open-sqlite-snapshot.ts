/** The embedded store as it is at one moment, to be read only; also while a server writes to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../../http/problem.ts';
import type { Collection, CollectionSpec } from '../store.ts';
import { connect } from './connection.ts';
import { joined, keptApart } from './kept-apart.ts';
import { DATABASE_FILE } from './open-sqlite-store.ts';
import { readCollection } from './read.ts';
import { refuseNewer } from './schema.ts';
import { apartTable, findTable, fromSql, hasTable } from './table.ts';
import { quoteText } from './typed-value.ts';

export interface SqliteSnapshot {
  collection<T extends object>(spec: CollectionSpec<T>): Collection<T>;
  /** collections that are there */
  names(): string[];
  /** every document of a collection as it is stored, by id */
  rows(name: string): Iterable<{ id: string; version: number; json: string }>;
  sequences(): { key: string; value: number }[];
  /** What SQLite finds wrong with the file; empty when nothing. Reads all of it. */
  damage(): string[];
  /** Writes the whole database to a new file. */
  copyTo(file: string): void;
  close(): void;
}

/** @throws Problem `store.no-data`, `store.newer-schema` */
export function openSqliteSnapshot({ folder }: { folder: string }): SqliteSnapshot {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) throw problem('store.no-data', 404, { values: { folder } });
  const connection = connect(file);
  connection.script('PRAGMA query_only = ON');
  refuseNewer(connection);
  // A transaction of its own, so that all reads see one moment; VACUUM must stand outside of it.
  const begin = () => {
    connection.script('BEGIN');
    connection.rows('SELECT 1 FROM motcua_schema LIMIT 1');
  };
  begin();
  const kept = keptApart();
  return {
    collection: <T extends object>(spec: CollectionSpec<T>) => {
      const table = findTable(connection, spec as CollectionSpec<object>);
      return table ? readCollection<T>({ connection, table, apart: kept }) : emptyCollection<T>(spec.name);
    },
    names: () =>
      connection
        .rows(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'c\\_%' ESCAPE '\\' ORDER BY name",
        )
        .map(([name]) => (name as string).slice(TABLE_PREFIX.length))
        .filter((name) => !name.includes('/')),
    rows: function* (name) {
      const table = TABLE_PREFIX + name;
      const apart = hasTable(connection, apartTable(table)) ? apartTable(table) : undefined;
      const parts = apart ? 'a.doc' : 'NULL';
      const sql = `SELECT t.id, t.version, t.doc, ${parts} FROM ${fromSql(table, apart)} WHERE t.id > ? ORDER BY t.id LIMIT ${ROWS_AT_ONCE}`;
      for (let last = ''; ; ) {
        const page = connection.rows(sql, [last]) as [string, number, string, string | null][];
        for (const [id, version, text, apart] of page) yield { id, version, json: joined(text, apart) };
        if (page.length < ROWS_AT_ONCE) return;
        last = page.at(-1)![0];
      }
    },
    sequences: () =>
      connection
        .rows('SELECT key, value FROM motcua_sequences ORDER BY key')
        .map(([key, value]) => ({ key: key as string, value: value as number })),
    damage: () => {
      const findings = connection.rows('PRAGMA integrity_check(20)').map(([finding]) => finding as string);
      return findings.filter((finding) => finding !== 'ok');
    },
    copyTo: (target) => {
      connection.script('COMMIT; PRAGMA query_only = OFF');
      connection.script(`VACUUM INTO ${quoteText(target)}`);
      connection.script('PRAGMA query_only = ON');
      begin();
    },
    close: () => {
      connection.script('COMMIT');
      connection.close();
    },
  };
}

const TABLE_PREFIX = 'c_';
const ROWS_AT_ONCE = 500;

const emptyCollection = <T extends object>(name: string): Collection<T> => ({
  name,
  get: async () => null,
  getMany: async () => [],
  find: async () => ({ items: [] }),
  count: async () => 0,
});
