/** Which program can be started as a database to test against. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ kind: 'mongod' | 'secantus', name: string, command: string }} MongoProgram */

const cache = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache');
const SECANTUS = 'SecantusDB==0.7.0b3';
/** A package index that cannot be reached is given up soon. */
const PATIENCE = ['--retries', '1', '--timeout', '20'];
const INSTALL_MS = 180_000;

/**
 * A mongod (MONGOD_PATH or on the PATH), else SecantusDB, which speaks MongoDB's protocol and is installed once
 * into node_modules/.cache.
 * @returns {MongoProgram | null} null where there is neither a mongod nor Python and a package index
 */
export function findMongoProgram() {
  const mongod = process.env['MONGOD_PATH'] ?? 'mongod';
  if (answers(mongod, ['--version'])) return { kind: 'mongod', name: mongod, command: mongod };
  const secantus = installSecantus();
  return secantus && { kind: 'secantus', name: SECANTUS, command: secantus };
}

function installSecantus() {
  const folder = join(cache, 'secantusdb');
  const program = join(folder, 'bin/secantusd-py');
  const runs = () => answers(program, ['--help']);
  const isInstalled =
    runs() ||
    (answers('python3', ['-m', 'venv', '--clear', folder]) &&
      answers(join(folder, 'bin/pip'), ['install', '-q', ...PATIENCE, SECANTUS]) &&
      runs());
  return isInstalled ? program : null;
}

/** @param {string} command @param {string[]} options */
function answers(command, options) {
  return spawnSync(command, options, { stdio: 'ignore', timeout: INSTALL_MS }).status === 0;
}
