/** The thread that moves the log into the database while the server goes on; told by checkpoints.ts when to. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from './connection.ts';

const connection = connect(workerData as string);
parentPort?.on('message', (order: 'checkpoint' | 'close') => {
  if (order === 'checkpoint') {
    connection.rows('PRAGMA wal_checkpoint(PASSIVE)');
    parentPort?.postMessage('done');
    return;
  }
  connection.close();
  parentPort?.close();
});
