/**
 * What stands in the columns and side tables of a row. A writer needs it to touch only what changes; of the rows written
 * last it is remembered, so that the next step of a dossier need not read it again.
 */
import type { Path } from '../store.ts';
import type { Bound, Connection } from './connection.ts';
import { columnValue, sideValues } from './indexed-values.ts';
import { secondChance } from './second-chance.ts';
import type { Table } from './table.ts';
import { quoteName } from './typed-value.ts';

export interface StandingRow {
  version: number;
  /** in the order of the table */
  columns: Bound[];
  /** path -> values in its side table, by their keys */
  sides: Map<Path, Map<string | number, Bound>>;
}

export interface StandingRows {
  /** null when there is no such row */
  find(table: Table, id: string): StandingRow | null;
  /** The row is written so, inside the transaction that is open. */
  keep(table: Table, id: string, row: StandingRow): void;
  drop(table: Table, id: string): void;
  /** A transaction was undone: nothing that was kept is known to stand. */
  forget(): void;
}

/** About a kilobyte each. */
const MOST_KEPT = 4_096;

/** Right as long as nobody else writes to the file, which the folder's lock sees to. */
export function standingRows(connection: Connection): StandingRows {
  const kept = secondChance<StandingRow>({ most: MOST_KEPT });
  const keyOf = (table: Table, id: string) => `${table.name} ${id}`;
  return {
    find: (table, id) => kept.get(keyOf(table, id)) ?? readRow(connection, table, id),
    keep: (table, id, row) => kept.set(keyOf(table, id), row),
    drop: (table, id) => kept.delete(keyOf(table, id)),
    forget: kept.clear,
  };
}

/** What a document, given as its text, puts into the columns and side tables of its collection. */
export function rowOf(table: Table, text: string, version: number): StandingRow {
  const doc = JSON.parse(text) as object;
  const columns = [...table.columns.keys()].map((path) => columnValue(doc, path));
  return { version, columns, sides: sidesOf(table, doc) };
}

const sidesOf = (table: Table, doc: object): StandingRow['sides'] =>
  new Map([...table.sides.keys()].map((path) => [path, sideValues(doc, path)]));

/** The side tables have no way from an id to its values: these are worked out from the document, as they were when it was written. */
function readRow(connection: Connection, table: Table, id: string): StandingRow | null {
  const hasSides = table.sides.size > 0;
  const wanted = ['version', ...(hasSides ? ['doc'] : []), ...[...table.columns.values()].map(quoteName)];
  const [found] = connection.rows(`SELECT ${wanted.join(', ')} FROM ${quoteName(table.name)} WHERE id = ?`, [
    id,
  ]);
  if (!found) return null;
  const version = found.shift() as number;
  const sides = hasSides ? sidesOf(table, JSON.parse(found.shift() as string)) : new Map();
  return { version, columns: found as Bound[], sides };
}
