/**
 * Moves what is in the log into the database, in a thread of its own: it takes tens of milliseconds, in which SQLite's
 * automatic checkpoint would hold the server up.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../package-root.ts';
import type { Connection } from './connection.ts';

export interface Checkpoints {
  /** so many commits more are in the log */
  note(commits: number): void;
  /** The thread ends; what is still in the log is the caller's. */
  close(): Promise<void>;
}

/** Some tens of megabytes of log. More often, and its writing would hold up the syncs of one commit in twenty. */
const COMMITS = 1_000;
/** Pages of the log at which SQLite helps itself: nobody else does, or the thread does not keep up. */
const AUTOMATIC = { alone: 4_000, helped: 40_000 };

/** @param path the database file */
export function openCheckpoints(connection: Connection, path: string): Checkpoints {
  let since = 0;
  let worker: Worker | undefined;
  let isBusy = false;
  let isHelped = true;
  const letAutomatic = (pages: number) => connection.script(`PRAGMA wal_autocheckpoint = ${pages}`);
  letAutomatic(AUTOMATIC.helped);

  const start = () => {
    const file = join(packageRoot(), 'dist/server/checkpoint-worker.js');
    const started = existsSync(file) ? new Worker(file, { workerData: path, execArgv: [] }) : undefined;
    const goWithout = () => {
      worker = undefined;
      isHelped = false;
      letAutomatic(AUTOMATIC.alone);
    };
    if (!started) return goWithout();
    started.unref();
    started.on('error', goWithout);
    started.on('message', () => {
      isBusy = false;
      // The few pages written meanwhile: only a log that is moved to its last page begins anew.
      connection.rows('PRAGMA wal_checkpoint(PASSIVE)');
    });
    worker = started;
  };

  return {
    note: (commits) => {
      since += commits;
      if (since < COMMITS || isBusy || !isHelped) return;
      since = 0;
      if (!worker) start();
      isBusy = worker !== undefined;
      worker?.postMessage('checkpoint');
    },
    close: async () => {
      const ending = worker;
      worker = undefined;
      isHelped = false;
      if (!ending) return;
      ending.removeAllListeners();
      ending.ref();
      const ended = once(ending, 'exit');
      ending.postMessage('close');
      await ended;
    },
  };
}
