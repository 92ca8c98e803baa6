/** The one that writes: with a connection, and what it knows of the tables and of the rows written last. */
import { basename, dirname } from 'node:path';
import { openCheckpoints } from './checkpoints.ts';
import type { Connection } from './connection.ts';
import { groupCommit } from './group-commit.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import { standingRows } from './standing-rows.ts';
import { openLogSync } from './sync-log.ts';
import type { Table } from './table.ts';
import type { Writing } from './write.ts';
import { writeGroup } from './write-group.ts';

export interface Writer {
  /** A collection is declared, or declared anew; its table stands already. */
  declare(table: Table): void;
  /**
   * Resolves when the commit is on the disk.
   * @throws StoreConflict, DuplicateKey, NumberTaken, StoreUnavailable
   */
  run(commit: PreparedCommit): Promise<void>;
  /** Refuses what comes, answers what waits, lets go of the log. */
  close(): Promise<void>;
}

export interface WriterOptions {
  /** the database file, absent when it is in memory */
  path?: string | undefined;
  /** `false` writes and syncs each commit by itself, one after the other; for measuring only */
  grouped?: boolean | undefined;
}

/** @param connection stays open when the writer is closed */
export function openWriter(connection: Connection, { path, grouped = true }: WriterOptions): Writer {
  const tables = new Map<string, Table>();
  const to: Writing = { connection, tables, standing: standingRows(connection) };
  const log = path === undefined ? undefined : openLogSync(dirname(path), `${basename(path)}-wal`);
  const checkpoints = path === undefined ? undefined : openCheckpoints(connection, path);
  const commits = groupCommit<PreparedCommit>({
    write: (group) => {
      const outcomes = writeGroup(to, group);
      checkpoints?.note(outcomes.filter((outcome) => outcome === 'written').length);
      return outcomes;
    },
    sync: async () => log?.sync(),
    grouped,
  });
  return {
    declare: (table) => {
      tables.set(table.collection, table);
      to.standing.forget();
    },
    run: commits.run,
    close: async () => {
      await commits.stop();
      await Promise.all([log?.close(), checkpoints?.close()]);
    },
  };
}
