/** The embedded store: one SQLite file in the data folder. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../http/problem.ts';
import { requireRoom } from '../require-room.ts';
import { type CollectionSpec, type Store, StoreUnavailable } from '../store.ts';
import { type Connection, connect, prepareConnection } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { type CheckBeside, checkBeside, damageIn } from './integrity.ts';
import { keptApart } from './kept-apart.ts';
import { TRIAL } from './prepared-commit.ts';
import { readCollection } from './read.ts';
import { recentDocuments } from './recent-documents.ts';
import { migrate } from './schema.ts';
import { sendCommits } from './send-commits.ts';
import { prepareTable, type Table } from './table.ts';
import { openThreadedWriter } from './threaded-writer.ts';
import { openWriter, type Writer } from './writer.ts';

export interface SqliteStoreOptions {
  /** made when absent; `:memory:` for a store that ends with the process */
  folder: string;
  /** `false` writes and syncs each commit by itself, one after the other; for measuring only */
  groupCommit?: boolean;
  /** Writes are done in a thread of their own, where the product is built: for a server. Not for a store in memory. */
  hasWriterThread?: boolean | undefined;
  /** bytes up to which the database is looked through before it is served, above which beside it */
  checkedFirst?: number;
}

/** Some ten seconds of looking through. */
const CHECKED_FIRST = 4 * 2 ** 30;

/**
 * The database's file inside the data folder. A process that has it open as a database must not open it as a file: closing
 * that would drop SQLite's locks.
 */
export const DATABASE_FILE = 'motcua.db';

/**
 * Locks the folder, checks the file and brings its schema forward.
 * @throws Problem `store.folder-in-use`, `store.newer-schema` or `store.damaged`
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const isInMemory = options.folder === ':memory:';
  if (!isInMemory) mkdirSync(options.folder, { recursive: true });
  const unlock = isInMemory ? () => {} : lockFolder(options.folder);
  try {
    const path = isInMemory ? options.folder : join(options.folder, DATABASE_FILE);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const isCheckedFirst = size <= (options.checkedFirst ?? CHECKED_FIRST);
    const connection = openDatabase(path, { ...options, isCheckedFirst });
    return serve(connection, { ...options, unlock, ...(!isCheckedFirst && { check: checkBeside(path) }) });
  } catch (error) {
    unlock();
    throw error;
  }
}

function openDatabase(
  path: string,
  { folder, hasWriterThread, isCheckedFirst }: SqliteStoreOptions & { isCheckedFirst: boolean },
): Connection {
  const connection = connect(path);
  try {
    // What is read beside a writer is void after its next commit.
    prepareConnection(connection, { megabytes: hasWriterThread ? 16 : 48 });
    const damage = isCheckedFirst ? damageIn(connection) : undefined;
    if (damage !== undefined) throw damaged(folder, damage);
    migrate(connection);
    return connection;
  } catch (error) {
    connection.close();
    const isDamaged = error instanceof StoreUnavailable && error.reason === 'corrupt';
    throw isDamaged ? damaged(folder, error.message) : error;
  }
}

type Declaration = Pick<CollectionSpec<object>, 'name' | 'indexes' | 'apart'>;

/** While a store is open a collection only grows: whoever declares less of it takes nothing from the others. */
function widened(known: Declaration | undefined, { name, indexes, apart = [] }: Declaration): Declaration {
  const byName = new Map([...(known?.indexes ?? []), ...indexes].map((index) => [index.name, index]));
  const fields = [...new Set([...(known?.apart ?? []), ...apart])];
  return { name, indexes: [...byName.values()], ...(fields.length > 0 && { apart: fields }) };
}

const damaged = (folder: string, finding: string) =>
  problem('store.damaged', 500, { values: { folder, finding } });

interface Serving extends SqliteStoreOptions {
  unlock: () => void;
  check?: CheckBeside;
}

function serve(connection: Connection, options: Serving): Store {
  const tables = new Map<string, Table>();
  const declared = new Map<string, Declaration>();
  const isInMemory = options.folder === ':memory:';
  const writer = writerFor(connection, options);
  const lastNumber = (key: string): number => {
    const [row] = connection.rows('SELECT value FROM motcua_sequences WHERE key = ?', [key]);
    return (row?.[0] as number | undefined) ?? 0;
  };
  const recent = recentDocuments();
  const apart = keptApart();
  const send = sendCommits({ writer, tables, apart, recent, lastNumber });
  let isOpen = true;
  /** A commit found the disk unwilling, and nobody has seen since that it is not: a small one may still have fitted in. */
  let cannotWrite = false;
  /** A damaged database takes no more writes: each may spread what is wrong. */
  const refuseDamaged = () => {
    const damage = options.check?.damage();
    if (damage) throw damage;
  };

  return {
    collection<T extends object>(spec: CollectionSpec<T>) {
      const before = declared.get(spec.name);
      const wider = widened(before, spec);
      if (!isDeepStrictEqual(before, wider)) {
        const table = prepareTable(connection, wider);
        tables.set(spec.name, table);
        declared.set(spec.name, wider);
        writer.declare(table);
      }
      return readCollection<T>({ connection, table: tables.get(spec.name)!, apart, recent });
    },
    commit: async (commit) => {
      refuseDamaged();
      try {
        await send(commit);
      } catch (fault) {
        if (fault instanceof StoreUnavailable) cannotWrite = true;
        throw fault;
      }
    },
    sequence: async (key) => lastNumber(key),
    ping: async () => {
      refuseDamaged();
      connection.rows('SELECT 1 FROM motcua_schema');
      if (!cannotWrite) return;
      // A full disk reads as well as ever: once a write was refused, only a write tells that it works again.
      if (!isInMemory) requireRoom(options.folder);
      await writer.run(TRIAL);
      cannotWrite = false;
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      options.check?.stop();
      await writer.close();
      // The driver lets go of a file only when its statements are collected; what is in the log must not wait.
      connection.script('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
      options.unlock();
    },
  };
}

function writerFor(connection: Connection, { folder, hasWriterThread, groupCommit }: Serving): Writer {
  if (folder === ':memory:') return openWriter(connection, {});
  const path = join(folder, DATABASE_FILE);
  const threaded = hasWriterThread ? openThreadedWriter(path) : undefined;
  return threaded ?? openWriter(connection, { path, grouped: groupCommit });
}
