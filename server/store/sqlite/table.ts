/** A collection's table: created on first use, widened when its declaration has grown. */
import { createHash } from 'node:crypto';
import type { CollectionSpec, IndexSpec, Path } from '../store.ts';
import type { Connection } from './connection.ts';
import { everyValueSql, pathSql, presentSql, quoteName, quoteText } from './typed-value.ts';

export interface Table {
  collection: string;
  name: string;
  /** path -> column that holds its value; the writer fills it (write.ts) */
  columns: Map<Path, string>;
  /** paths whose missing values stand in no index (see `presentSql`) */
  sparse: Set<Path>;
  /** path of a `many` index -> side table of (value, id), which the writer keeps */
  sides: Map<Path, string>;
  /** fields that stand in a table of (id, doc) of their own; present once some did */
  apart?: { table: string; fields: string[] };
  /** columns of each unique index, for naming it in a duplicate's error */
  unique: { index: string; columns: string[] }[];
}

/**
 * Brings the table in line with the declaration: columns and indexes that are new are built and filled, those no
 * longer declared are dropped. Documents are never touched.
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
  const columns = [...table.columns.values()].map((column) => `${columnSql(column)}, `).join('');
  // The document last: what stands before a long one is read without it.
  connection.script(
    `CREATE TABLE IF NOT EXISTS ${quoteName(table.name)} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, ${columns}doc TEXT NOT NULL) STRICT`,
  );
  followApart(connection, table);
  if (table.apart)
    connection.script(
      `CREATE TABLE IF NOT EXISTS ${quoteName(table.apart.table)} (id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT`,
    );
  addColumns(connection, table);
  dropUndeclared(connection, table.name, wanted);
  dropGenerated(connection, table.name);
  dropWaysBack(connection, table);
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
  followApart(connection, table);
  if (table.apart && !hasTable(connection, table.apart.table)) delete table.apart;
  return table;
}

/** What was once kept apart stands there until it is written again. */
function followApart(connection: Connection, table: Table): void {
  const name = apartTable(table.name);
  if (hasTable(connection, name)) table.apart ??= { table: name, fields: [] };
}

/** @returns the table, and what must exist beside it: name -> SQL that makes it */
function declare(spec: CollectionSpec<object>): { table: Table; wanted: Map<string, string> } {
  const name = `c_${spec.name}`;
  const table: Table = {
    collection: spec.name,
    name,
    columns: new Map(),
    sparse: new Set(),
    sides: new Map(),
    unique: [],
    ...(spec.apart && { apart: { table: apartTable(name), fields: spec.apart } }),
  };
  const wanted = new Map<string, string>();
  for (const index of spec.indexes) {
    refuseApart(spec, index);
    if (index.many) declareSide(table, index, wanted);
    else declareIndex(table, index, wanted);
  }
  return { table, wanted };
}

function refuseApart({ name, apart = [] }: CollectionSpec<object>, index: IndexSpec): void {
  if (index.fields.some((field) => apart.includes(field.split('.')[0]!)))
    throw new TypeError(`${name} keeps a field of its index ${index.name} apart`);
}

/** What to read from: the documents of a collection's table as `t`, and as `a` what they keep apart, if they do. */
export const fromSql = (name: string, apart: string | undefined): string =>
  apart === undefined
    ? `${quoteName(name)} t`
    : `${quoteName(name)} t LEFT JOIN ${quoteName(apart)} a ON a.id = t.id`;

/** @param name of the collection's table */
export const apartTable = (name: string): string => `${name}/apart`;

function declareIndex(table: Table, index: IndexSpec, wanted: Map<string, string>): void {
  const { name, fields, unique, sparse } = index;
  const columns = fields.map((field) => `k_${field}`);
  fields.forEach((field, position) => {
    table.columns.set(field, columns[position]!);
  });
  const list = columns.map(quoteName).join(', ');
  if (unique) {
    const object = objectName(table, `u:${name}`, list);
    table.unique.push({ index: name, columns: columns.map((column) => `${table.name}.${column}`) });
    const present = columns.map((column) => presentSql(quoteName(column))).join(' AND ');
    wanted.set(
      object,
      `CREATE UNIQUE INDEX ${quoteName(object)} ON ${quoteName(table.name)} (${list}) WHERE ${present}`,
    );
  }
  if (sparse) table.sparse.add(fields[0]!);
  const held = sparse ? ` WHERE ${presentSql(quoteName(columns[0]!))}` : '';
  const sorted = objectName(table, `i:${name}`, list + held);
  wanted.set(sorted, `CREATE INDEX ${quoteName(sorted)} ON ${quoteName(table.name)} (${list}, id)${held}`);
}

/** A table of (value, id), filled here with what is there already and kept by the writer. */
function declareSide(table: Table, { name, fields, unique }: IndexSpec, wanted: Map<string, string>): void {
  const [path] = fields;
  if (path === undefined || fields.length > 1) throw new TypeError(`a many index has one field: ${name}`);
  const key = unique ? 'value' : 'value, id';
  const side = objectName(table, `m:${name}`, `${path} (${key})`);
  table.sides.set(path, side);
  if (unique) table.unique.push({ index: name, columns: [`${side}.value`] });

  const every = everyValueSql('d.doc', path);
  wanted.set(
    side,
    `CREATE TABLE ${quoteName(side)} (value ANY NOT NULL, id TEXT NOT NULL, PRIMARY KEY (${key})) STRICT, WITHOUT ROWID;
     INSERT INTO ${quoteName(side)} (value, id)
       SELECT DISTINCT ${every.value}, d.id FROM ${quoteName(table.name)} AS d, ${every.from} WHERE ${every.type} <> 'null'`,
  );
}

/** Carries a digest of the definition: an index declared anew under its old name is another object. */
const objectName = (table: Table, label: string, definition: string): string =>
  `${table.name}/${label}#${createHash('sha256').update(definition).digest('hex').slice(0, 8)}`;

function addColumns(connection: Connection, table: Table): void {
  const present = presentColumns(connection, table);
  const added = [...table.columns].filter(([, column]) => !present.has(column));
  if (added.length === 0) return;
  const name = quoteName(table.name);
  for (const [, column] of added) connection.script(`ALTER TABLE ${name} ADD COLUMN ${columnSql(column)}`);
  const filled = added.map(([path, column]) => `${quoteName(column)} = ${pathSql('doc', path)}`);
  connection.script(`UPDATE ${name} SET ${filled.join(', ')}`);
}

const columnSql = (column: string): string => `${quoteName(column)} ANY`;

/** Columns that the database worked out by itself, in stores written before the writer filled them. */
function dropGenerated(connection: Connection, name: string): void {
  const generated = connection.rows(
    `SELECT name FROM pragma_table_xinfo(${quoteText(name)}) WHERE hidden = 2`,
  );
  for (const [column] of generated)
    connection.script(`ALTER TABLE ${quoteName(name)} DROP COLUMN ${quoteName(column as string)}`);
}

/** From ids to values, in stores written before the writer worked out what stands in a side table. */
function dropWaysBack(connection: Connection, table: Table): void {
  for (const side of table.sides.values())
    connection.script(`DROP INDEX IF EXISTS ${quoteName(`${side}:id`)}`);
}

export const hasTable = (connection: Connection, name: string): boolean =>
  connection.rows("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", [name]).length > 0;

const presentColumns = (connection: Connection, { name }: Table): Set<string> =>
  new Set(
    connection
      .rows(`SELECT name FROM pragma_table_xinfo(${quoteText(name)})`)
      .map(([column]) => column as string),
  );

function dropUndeclared(connection: Connection, name: string, wanted: Map<string, string>): void {
  for (const [object, type] of schemaObjects(connection, name)) {
    if (wanted.has(object)) continue;
    // Stores written before the writer kept side tables have triggers for it.
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
