/** One database server in a process of its own, on a free port of this machine, with files of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {{
 *   port: number,
 *   kill: () => Promise<void>,
 *   start: () => Promise<void>,
 *   stop: () => Promise<void>,
 * }} MongoMember `kill` is SIGKILL; `start` starts it again on its port and files; `stop` ends it and removes them
 */

/** Name of every replica set of a mongod; SecantusDB has one name for its own. */
export const REPLICA_SET = { mongod: 'rs0', secantus: 'secantus' };

/** @type {Record<'mongod' | 'secantus', (place: { port: number, folder: string, isAlone: boolean }) => string[]>} */
const OPTIONS = {
  mongod: ({ port, folder, isAlone }) => [
    ...['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder],
    ...(isAlone ? [] : ['--replSet', REPLICA_SET.mongod]),
  ],
  secantus: ({ port, folder, isAlone }) => [
    ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', folder],
    isAlone ? '--standalone' : '--sync-on-commit',
  ],
};
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/**
 * Resolves when it listens; a mongod that belongs to a replica set serves only when that is initiated.
 * @param {import('./find-program.js').MongoProgram} program
 * @param {{ isAlone?: boolean }} [options] a standalone server, which the product refuses
 * @returns {Promise<MongoMember>}
 * @throws Error when it does not start
 */
export async function startMember({ kind, command }, { isAlone = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-mongo-'));
  const port = await freePort();
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  const start = async () => {
    child = spawn(command, OPTIONS[kind]({ port, folder, isAlone }), { stdio: 'ignore' });
    const end = Date.now() + PATIENCE_MS;
    while (!(await listens(port))) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`${command} does not start`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    port,
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {number} port @returns {Promise<boolean>} */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
