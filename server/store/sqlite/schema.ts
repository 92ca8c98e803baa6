/** The schema of the store itself (not of the collections, which follow their declarations). */
import { problem } from '../../http/problem.ts';
import type { Connection } from './connection.ts';

/** Forward only; an entry is never changed once released. Entry n brings the schema to version n + 1. */
const MIGRATIONS = [
  'CREATE TABLE motcua_sequences (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT',
  // Each collection's table is brought over when it is declared; a writer that does not fill its columns must stay away.
  '/* the writer fills the columns and side tables of indexes */',
  // Documents are brought over when they are written next; a reader that does not join them must stay away.
  '/* fields that hardly change stand apart */',
];

/** @throws Problem `store.newer-schema` when a later version of the product wrote it */
export function migrate(connection: Connection): void {
  connection.script('CREATE TABLE IF NOT EXISTS motcua_schema (version INTEGER NOT NULL) STRICT');
  refuseNewer(connection);
  const version = versionOf(connection);
  for (const [offset, sql] of MIGRATIONS.slice(version).entries()) {
    connection.script(
      `BEGIN IMMEDIATE; ${sql}; INSERT INTO motcua_schema (version) VALUES (${version + offset + 1}); COMMIT`,
    );
  }
}

/** @throws Problem `store.newer-schema` */
export function refuseNewer(connection: Connection): void {
  const found = versionOf(connection);
  if (found > MIGRATIONS.length)
    throw problem('store.newer-schema', 500, { values: { found, known: MIGRATIONS.length } });
}

function versionOf(connection: Connection): number {
  const [row] = connection.rows('SELECT max(version) FROM motcua_schema');
  return (row?.[0] as number | null) ?? 0;
}
