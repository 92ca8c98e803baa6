/**
 * Runs the suites of the store, of several servers and of the API on MongoDB: on MONGODB_URI, else on a mongod (MONGOD_PATH or on the PATH), else on
 * SecantusDB, which speaks MongoDB's protocol and is installed once into node_modules/.cache when there is Python.
 * Where there is none of them the suites are reported as skipped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SECANTUS = 'SecantusDB==0.7.0b3';
const SUITES = ['tests/store/mongo', 'tests/cluster', 'tests/api'];
const PATIENCE_MS = 30_000;

const started = [];
let status = 1;
try {
  const server = await findServer();
  const suites = process.argv.length > 2 ? process.argv.slice(2) : SUITES;
  process.stdout.write(
    server ? `MongoDB: ${server.name}\n` : 'MongoDB: none found, the suites are skipped\n',
  );
  // Without a database the API's suites would run on the embedded store and say nothing about MongoDB.
  const runnable = server ? suites : suites.filter((suite) => !suite.startsWith('tests/api'));
  for (const suite of suites)
    if (!runnable.includes(suite)) process.stdout.write(`SKIPPED on MongoDB: ${suite}\n`);
  status = runSuites(runnable, server?.env ?? {});
} finally {
  for (const { child, folder } of started) {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = status;

async function findServer() {
  const uri = process.env.MONGODB_URI;
  if (uri) return { name: 'MONGODB_URI', env: { MOTCUA_TEST_MONGODB_URI: uri } };
  const mongod = process.env.MONGOD_PATH ?? (answers('mongod', ['--version']) ? 'mongod' : undefined);
  return mongod ? startMongod(mongod) : startSecantus();
}

async function startMongod(command) {
  const options = (port, folder) => ['--bind_ip', '127.0.0.1', '--port', port, '--dbpath', folder];
  const member = await start(command, (port, folder) => [...options(port, folder), '--replSet', 'rs0']);
  const alone = await start(command, options);
  const client = await mongo.MongoClient.connect(`mongodb://127.0.0.1:${member}/?directConnection=true`);
  const members = [{ _id: 0, host: `127.0.0.1:${member}` }];
  await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
  await client.close();
  return { name: command, env: addresses(`${member}/test?replicaSet=rs0`, alone) };
}

async function startSecantus() {
  const program = installSecantus();
  if (!program) return null;
  const options = (port, folder) => ['--host', '127.0.0.1', '--port', port, '--storage-path', folder];
  const member = await start(program, (port, folder) => [...options(port, folder), '--sync-on-commit']);
  const alone = await start(program, (port, folder) => [...options(port, folder), '--standalone']);
  return { name: SECANTUS, env: addresses(`${member}/test?replicaSet=secantus`, alone) };
}

function addresses(replicaSet, alone) {
  return {
    MOTCUA_TEST_MONGODB_URI: `mongodb://127.0.0.1:${replicaSet}`,
    MOTCUA_TEST_STANDALONE_URI: `mongodb://127.0.0.1:${alone}/test`,
  };
}

/** @returns the program, or null where there is no Python or no package index */
function installSecantus() {
  const folder = join(root, 'node_modules/.cache/secantusdb');
  const program = join(folder, 'bin/secantusd-py');
  if (existsSync(program)) return program;
  const isInstalled =
    answers('python3', ['-m', 'venv', folder]) &&
    answers(join(folder, 'bin/pip'), ['install', '-q', SECANTUS]);
  return isInstalled && existsSync(program) ? program : null;
}

function answers(command, options) {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0;
}

/** Starts a server on a free port and waits until it listens. @returns the port */
async function start(command, options) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-mongo-'));
  const port = String(await freePort());
  const child = spawn(command, options(port, folder), { stdio: 'ignore' });
  started.push({ child, folder });
  const end = Date.now() + PATIENCE_MS;
  while (!(await listens(Number(port)))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${command} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return port;
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function runSuites(suites, env) {
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '-i',
    ...suites,
  ];
  return (
    spawnSync(process.execPath, jest, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
      .status ?? 1
  );
}
