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
  /** by the number of the commit; numbers of those answered are given again */
  const waiting: (Waiting | undefined)[] = [];
  const free: number[] = [];
  let refusal: StoreUnavailable | undefined;
  const tell = (order: Order) => thread.postMessage(order);

  const lost = (cause: unknown) => {
    refusal ??= new StoreUnavailable('unreachable', cause);
    for (const each of waiting.splice(0)) each?.refused(refusal);
  };
  thread.on('message', (answers: Answer[]) => {
    for (const { number, refusal: told } of answers) {
      const { done, refused } = waiting[number]!;
      waiting[number] = undefined;
      free.push(number);
      if (told) refused(hearRefusal(told));
      else done();
    }
    if (free.length === waiting.length) thread.unref();
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
        if (free.length === waiting.length) thread.ref();
        const number = free.pop() ?? waiting.length;
        waiting[number] = { done, refused };
        tell({ order: 'commit', number, commit });
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
