/** A writer in a thread of its own, so that the server goes on answering while SQLite works. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../package-root.ts';
import { StoreUnavailable } from '../store.ts';
import { hearRefusal } from './refusals.ts';
import type { Writer } from './writer.ts';
import type { Answer, Order } from './writer-thread.ts';

interface Waiting {
  done: () => void;
  refused: (reason: unknown) => void;
}

/**
 * @param path the database file, whose schema is up to date
 * @returns undefined where the product is not built
 */
export function openThreadedWriter(path: string): Writer | undefined {
  const file = join(packageRoot(), 'dist/server/writer-thread.js');
  if (!existsSync(file)) return undefined;
  const thread = new Worker(file, { workerData: path, execArgv: [] });
  // Only what is under way keeps the process from ending.
  thread.unref();
  const waiting = new Map<number, Waiting>();
  let commits = 0;
  let refusal: StoreUnavailable | undefined;
  const tell = (order: Order) => thread.postMessage(order);

  const lost = (cause: unknown) => {
    refusal ??= new StoreUnavailable('unreachable', cause);
    for (const { refused } of waiting.values()) refused(refusal);
    waiting.clear();
  };
  thread.on('message', (answers: Answer[]) => {
    for (const { number, refusal: told } of answers) {
      const { done, refused } = waiting.get(number)!;
      waiting.delete(number);
      if (told) refused(hearRefusal(told));
      else done();
    }
    if (waiting.size === 0) thread.unref();
  });
  thread.on('error', lost);
  thread.on('exit', () => lost(new Error('the thread that writes has ended')));

  return {
    declare: (table) => tell({ order: 'declare', table }),
    run: (commit) =>
      new Promise((done, refused) => {
        if (refusal) {
          refused(refusal);
          return;
        }
        if (waiting.size === 0) thread.ref();
        commits += 1;
        waiting.set(commits, { done, refused });
        tell({ order: 'commit', number: commits, commit });
      }),
    close: async () => {
      if (refusal) return;
      refusal = new StoreUnavailable('closed');
      thread.ref();
      const ended = once(thread, 'exit');
      tell({ order: 'close' });
      await ended;
    },
  };
}
