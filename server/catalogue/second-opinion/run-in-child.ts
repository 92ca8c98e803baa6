import { fork } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { PeerReply, RunOnPeer } from './opinion.ts';

const TIME_LIMIT_MS = 20_000;
/** megabytes of heap */
const MEMORY_LIMIT = 256;

/** In a process of its own, ended when it takes too long: whatever the other engine does, the server goes on. */
export const runInChild: RunOnPeer = (request) =>
  new Promise((resolve, reject) => {
    const child = fork(join(packageRoot(), 'dist/server/second-opinion.js'), {
      env: {},
      execArgv: [`--max-old-space-size=${MEMORY_LIMIT}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
    child.once('message', (reply) => resolve(reply as PeerReply));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`exit ${code ?? signal}`));
    });
    child.send(request);
  });
