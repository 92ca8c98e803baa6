/** One SQLite connection: pragmas, cached prepared statements, the driver's errors translated. */
import Database from 'libsql';
import { StoreUnavailable } from '../store.ts';

/** What may be bound: as typed-value.ts writes a JSON value. */
export type Bound = string | number | Uint8Array;

export interface Connection {
  /** Rows as arrays in column order. */
  rows(sql: string, params?: readonly Bound[]): unknown[][];
  /** @returns rows changed */
  run(sql: string, params?: readonly Bound[]): number;
  /** Several statements without parameters. */
  script(sql: string): void;
  isInTransaction(): boolean;
  close(): void;
}

const BUSY_TIMEOUT_MS = 5_000;
const CACHED_STATEMENTS = 256;

/** @param path a file, or `:memory:` */
export function connect(path: string, { busyTimeoutMs = BUSY_TIMEOUT_MS } = {}): Connection {
  const database = new Database(path, { timeout: busyTimeoutMs / 1000 });
  const readers = new Map<string, Database.Statement>();
  const writers = new Map<string, Database.Statement>();

  /** The oldest goes first: those in use are soon there again, and a use costs nothing. */
  const prepared = (sql: string, statements: Map<string, Database.Statement>): Database.Statement => {
    if (!database.open) throw new StoreUnavailable('closed');
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (statements === readers) statement.raw(true);
    if (statements.size >= CACHED_STATEMENTS) statements.delete(statements.keys().next().value as string);
    statements.set(sql, statement);
    return statement;
  };

  return {
    // Always `all`: this driver's `get` leaves the statement open, and with it a read transaction.
    rows: (sql, params = []) => translated(() => prepared(sql, readers).all(params) as unknown[][]),
    run: (sql, params = []) => translated(() => prepared(sql, writers).run(params).changes),
    script: (sql) => translated(() => database.exec(sql)),
    isInTransaction: () => database.inTransaction,
    close: () => {
      readers.clear();
      writers.clear();
      database.close();
    },
  };
}

/**
 * NORMAL: the log is synced before it is moved into the database; each commit is synced by sync-log.ts.
 * @param megabytes of pages that are kept in memory
 */
export const prepareConnection = (connection: Connection, { megabytes }: { megabytes: number }): void =>
  connection.script(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${megabytes * 1024}`,
  );

const REASONS: { code: RegExp; reason: StoreUnavailable['reason'] }[] = [
  { code: /^SQLITE_FULL/, reason: 'full' },
  { code: /^SQLITE_(READONLY|CANTOPEN|PERM)/, reason: 'read-only' },
  { code: /^SQLITE_(CORRUPT|NOTADB)/, reason: 'corrupt' },
  { code: /^SQLITE_(IOERR|BUSY|LOCKED|NOMEM)/, reason: 'unreachable' },
];

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = sqliteCode(error);
    const known = REASONS.find((candidate) => candidate.code.test(code));
    throw known ? new StoreUnavailable(known.reason, error) : error;
  }
}

/** `SQLITE_CONSTRAINT_UNIQUE` and the like; empty when the error is not the driver's. */
export const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
