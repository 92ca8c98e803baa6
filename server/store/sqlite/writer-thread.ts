/** The thread in which a server's writes are done; spoken to by threaded-writer.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect, prepareConnection } from './connection.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import { type ToldRefusal, tellRefusal } from './refusals.ts';
import type { Table } from './table.ts';
import { openWriter } from './writer.ts';

/** What the thread is told. */
export type Order =
  | { order: 'declare'; table: Table }
  | { order: 'commit'; number: number; commit: PreparedCommit }
  | { order: 'close' };

/** What became of a commit; only these are answered. */
export interface Answer {
  number: number;
  refusal?: ToldRefusal;
}

/** Longer than an index of a new release takes to be built, which the other connection does. */
const BUSY_TIMEOUT_MS = 60_000;

const path = workerData as string;
const connection = connect(path, { busyTimeoutMs: BUSY_TIMEOUT_MS });
prepareConnection(connection, { megabytes: 24 });
const writer = openWriter(connection, { path });

/** Answers that are ready together cross together. */
let answers: Answer[] = [];
function answer(ready: Answer): void {
  if (answers.length === 0) queueMicrotask(sendAnswers);
  answers.push(ready);
}
function sendAnswers(): void {
  parentPort?.postMessage(answers);
  answers = [];
}

parentPort?.on('message', async (told: Order) => {
  switch (told.order) {
    case 'declare':
      writer.declare(told.table);
      return;
    case 'commit':
      writer.run(told.commit).then(
        () => answer({ number: told.number }),
        (error) => answer({ number: told.number, refusal: tellRefusal(error) }),
      );
      return;
    case 'close':
      await writer.close();
      connection.close();
      parentPort?.close();
  }
});
