/** A collection's table: created on first use, widened when its declaration has grown. */
import { createHash } from 'node:crypto';
import type { CollectionSpec, IndexSpec, Path } from '../store.ts';
import type { Connection } from './connection.ts';
import { everyValueSql, MISSING, pathSql, quoteName, quoteText } from './typed-value.ts';

export interface Table {
  collection: string;
  name: string;
  /** path -> generated column */
  columns: Map<Path, string>;
  /** path of a `many` index -> side table of (value, id) */
  sides: Map<Path, string>;
  /** columns of each unique index, for naming it in a duplicate's error */
  unique: { index: string; columns: string[] }[];
}

/**
 * Brings the table in line with the declaration: columns and indexes that are new are built, those no longer
 * declared are dropped. Documents are never touched.
 */
export function prepareTable(connection: Connection, spec: CollectionSpec<object>): Table {
  const { table, wanted } = declare(spec);
  connection.script('BEGIN IMMEDIATE');
  try {
    bringInLine(connection, table, wanted);
    connection.script('COMMIT');
  } catch (error) {
    if (connection.isInTransaction()) connection.script('ROLLBACK');
    throw error;
  }
  return table;
}

function bringInLine(connection: Connection, table: Table, wanted: Map<string, string>): void {
  connection.script(
    `CREATE TABLE IF NOT EXISTS ${quoteName(table.name)} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL) STRICT`,
  );
  addColumns(connection, table);
  dropUndeclared(connection, table.name, wanted);
  const present = schemaObjects(connection, table.name);
  for (const [object, sql] of wanted) if (!present.has(object)) connection.script(sql);
}

/** The table as far as it is there, nothing being changed; null when there is none. */
export function findTable(connection: Connection, spec: CollectionSpec<object>): Table | null {
  const { table } = declare(spec);
  const columns = presentColumns(connection, table);
  if (columns.size === 0) return null;
  const objects = schemaObjects(connection, table.name);
  for (const [path, column] of table.columns) if (!columns.has(column)) table.columns.delete(path);
  for (const [path, side] of table.sides) if (!objects.has(side)) table.sides.delete(path);
  return table;
}

/** @returns the table, and what must exist beside it: name -> SQL that makes it */
function declare(spec: CollectionSpec<object>): { table: Table; wanted: Map<string, string> } {
  const name = `c_${spec.name}`;
  const table: Table = { collection: spec.name, name, columns: new Map(), sides: new Map(), unique: [] };
  const wanted = new Map<string, string>();
  for (const index of spec.indexes) {
    if (index.many) declareSide(table, index, wanted);
    else declareIndex(table, index, wanted);
  }
  return { table, wanted };
}

function declareIndex(table: Table, { name, fields, unique }: IndexSpec, wanted: Map<string, string>): void {
  const columns = fields.map((field) => `v_${field}`);
  fields.forEach((field, position) => {
    table.columns.set(field, columns[position]!);
  });
  const list = columns.map(quoteName).join(', ');
  const object = objectName(table, `${unique ? 'u' : 'i'}:${name}`, list);
  if (unique) {
    table.unique.push({ index: name, columns: columns.map((column) => `${table.name}.${column}`) });
    const present = columns.map((column) => `${quoteName(column)} <> ${MISSING}`).join(' AND ');
    wanted.set(
      object,
      `CREATE UNIQUE INDEX ${quoteName(object)} ON ${quoteName(table.name)} (${list}) WHERE ${present}`,
    );
  }
  const sorted = unique ? objectName(table, `i:${name}`, list) : object;
  wanted.set(
    sorted,
    `CREATE INDEX ${quoteName(sorted)} ON ${quoteName(table.name)} (${columns.includes('id') ? list : `${list}, id`})`,
  );
}

/** A table of (value, id) kept by triggers, so that no writer can forget it. */
function declareSide(table: Table, { name, fields, unique }: IndexSpec, wanted: Map<string, string>): void {
  const [path] = fields;
  if (path === undefined || fields.length > 1) throw new TypeError(`a many index has one field: ${name}`);
  const side = objectName(table, `m:${name}`, `${path} ${unique}`);
  table.sides.set(path, side);
  if (unique) table.unique.push({ index: name, columns: [`${side}.value`] });

  const every = everyValueSql('d.doc', path);
  const fill = (from: string) =>
    `INSERT INTO ${quoteName(side)} (value, id) SELECT DISTINCT ${every.value}, d.id FROM ${from} AS d, ${every.from} WHERE ${every.type} <> 'null'`;
  const filled = fill('(SELECT NEW.id AS id, NEW.doc AS doc)');
  const emptied = `DELETE FROM ${quoteName(side)} WHERE id = OLD.id`;
  const top = quoteText(`$."${path.split('.')[0]}"`);
  const on = `ON ${quoteName(table.name)}`;
  wanted.set(
    side,
    `CREATE TABLE ${quoteName(side)} (value ANY NOT NULL, id TEXT NOT NULL, PRIMARY KEY (${unique ? 'value' : 'value, id'})) STRICT, WITHOUT ROWID;
     CREATE INDEX ${quoteName(`${side}:id`)} ON ${quoteName(side)} (id);
     CREATE TRIGGER ${quoteName(`${side}:insert`)} AFTER INSERT ${on} BEGIN ${filled}; END;
     CREATE TRIGGER ${quoteName(`${side}:delete`)} AFTER DELETE ${on} BEGIN ${emptied}; END;
     CREATE TRIGGER ${quoteName(`${side}:update`)} AFTER UPDATE OF doc ${on}
       WHEN OLD.doc -> ${top} IS NOT NEW.doc -> ${top} BEGIN ${emptied}; ${filled}; END;
     ${fill(quoteName(table.name))}`,
  );
}

/** Carries a digest of the definition: an index declared anew under its old name is another object. */
const objectName = (table: Table, label: string, definition: string): string =>
  `${table.name}/${label}#${createHash('sha256').update(definition).digest('hex').slice(0, 8)}`;

function addColumns(connection: Connection, table: Table): void {
  const present = presentColumns(connection, table);
  for (const [path, column] of table.columns) {
    if (present.has(column)) continue;
    connection.script(
      `ALTER TABLE ${quoteName(table.name)} ADD COLUMN ${quoteName(column)} ANY GENERATED ALWAYS AS (${pathSql('doc', path)}) VIRTUAL`,
    );
  }
}

const presentColumns = (connection: Connection, { name }: Table): Set<string> =>
  new Set(
    connection
      .rows(`SELECT name FROM pragma_table_xinfo(${quoteText(name)})`)
      .map(([column]) => column as string),
  );

function dropUndeclared(connection: Connection, name: string, wanted: Map<string, string>): void {
  for (const [object, type] of schemaObjects(connection, name)) {
    if (wanted.has(object)) continue;
    if (type === 'table')
      for (const event of ['insert', 'delete', 'update'])
        connection.script(`DROP TRIGGER IF EXISTS ${quoteName(`${object}:${event}`)}`);
    connection.script(`DROP ${type.toUpperCase()} IF EXISTS ${quoteName(object)}`);
  }
}

/** Indexes and side tables that stand for a declared index: name -> `index` | `table`. */
const schemaObjects = (connection: Connection, name: string): Map<string, string> =>
  new Map(
    connection
      .rows(
        "SELECT name, type FROM sqlite_schema WHERE type IN ('index', 'table') AND name LIKE '%#________'",
      )
      .filter(([object]) => (object as string).startsWith(`${name}/`)) as [string, string][],
  );
