import { fork } from 'node:child_process';
import { join } from 'node:path';
import { problem } from '../http/problem.ts';
import { packageRoot } from '../package-root.ts';
import type { BackupReply } from './backup-process.ts';
import type { TakeBackup } from './keep-backups.ts';

/** A backup that takes longer hangs. */
const TIME_LIMIT_MS = 12 * 3_600_000;

/** In a process of its own: copying the database and sealing it would keep the server from answering. */
export const takeInChild: TakeBackup = (order, signal) =>
  new Promise((resolve, reject) => {
    const child = fork(join(packageRoot(), 'dist/server/back-up.js'), {
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
      killSignal: 'SIGKILL',
    });
    const interrupted = (finding: string) =>
      reject(problem('backup.interrupted', 500, { values: { finding } }));
    child.once('message', (message) => {
      const reply = message as BackupReply;
      if ('outcome' in reply) resolve(reply.outcome);
      else if (reply.code === undefined) interrupted(reply.finding);
      else reject(problem(reply.code, 500, { values: reply.values }));
    });
    // What was given up still lives for a moment; it has written its last when it has ended.
    child.once('error', (fault) => fault.name === 'AbortError' || interrupted(fault.message));
    child.once('exit', (code, killedBy) => interrupted(String(code ?? killedBy)));
    child.send(order);
  });
