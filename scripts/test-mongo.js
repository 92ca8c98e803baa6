/**
 * Runs the suites of the store, of several servers, of a database that fails, and of the API on MongoDB: on MONGODB_URI,
 * else on a mongod started for them, else on SecantusDB (scripts/mongo/find-program.js). Where there is none of them
 * the suites are reported as skipped. Suites and options of jest may be named: `npm run test:mongo -- tests/cluster`.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMongoProgram } from './mongo/find-program.js';
import { startMember } from './mongo/start-member.js';
import { startReplicaSet } from './mongo/start-replica-set.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SUITES = ['tests/store/mongo', 'tests/cluster', 'tests/faults/mongo', 'tests/api'];

const started = [];
let status = 1;
try {
  const program = findMongoProgram();
  const given = process.env.MONGODB_URI;
  const env = {
    ...(program && (await startServers(program))),
    ...(given && { MOTCUA_TEST_MONGODB_URI: given }),
  };
  const name = given ? 'MONGODB_URI' : program?.name;
  process.stdout.write(name ? `MongoDB: ${name}\n` : 'MongoDB: none found, the suites are skipped\n');
  status = runSuites(name, env);
} finally {
  for (const server of started) await server.stop();
}
process.exitCode = status;

async function startServers(program) {
  const set = await startReplicaSet(program);
  const alone = await startMember(program, { isAlone: true });
  started.push(set, alone);
  const env = {
    MOTCUA_TEST_MONGODB_URI: set.uri,
    MOTCUA_TEST_STANDALONE_URI: `mongodb://127.0.0.1:${alone.port}/test`,
    MOTCUA_TEST_MONGO_PROGRAM: JSON.stringify(program),
  };
  if (program.kind !== 'mongod') {
    process.stdout.write('SKIPPED, needs a mongod: a replica set of three, its primary killed\n');
    return env;
  }
  const three = await startReplicaSet(program, { size: 3 });
  started.push(three);
  return { ...env, MOTCUA_TEST_THREE_MEMBERS_URI: three.uri };
}

/** Without a database nothing is run: it would be skipped, or run on the embedded store and say nothing about MongoDB. */
function runSuites(name, env) {
  const given = process.argv.slice(2);
  const isSuite = (argument) => argument.startsWith('tests/');
  const named = given.some(isSuite) ? given.filter(isSuite) : SUITES;
  const [suites, skipped] = name ? [named, []] : [[], named];
  for (const suite of skipped) process.stdout.write(`SKIPPED on MongoDB: ${suite}\n`);
  if (suites.length === 0) return 0;
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-i'];
  const options = given.filter((argument) => !isSuite(argument));
  const { status } = spawnSync(process.execPath, [...jest, ...options, ...suites], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status ?? 1;
}
