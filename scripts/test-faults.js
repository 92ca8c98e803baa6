/**
 * Runs the tests of faults, the kill fifty times (`--times 10` for another number), and prints what each cost. Where
 * it strikes comes out of a seed, which is printed (`--seed 7` for that one); tests named behind the options are run
 * alone. Databases are started and killed where there is a program for it.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findMongoProgram } from './mongo/find-program.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(1e6)) },
  },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals : ['tests/faults'];
process.stdout.write(`seed ${values.seed}\n`);
const folder = mkdtempSync(join(tmpdir(), 'motcua-faults-'));
const report = join(folder, 'report.jsonl');
const program = findMongoProgram();
process.stdout.write(
  program ? `MongoDB: ${program.name}\n` : 'SKIPPED, no MongoDB found: tests/faults/mongo-*\n',
);

const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-i', ...files],
  {
    cwd: root,
    env: {
      ...process.env,
      MOTCUA_FAULT_TIMES: values.times,
      MOTCUA_FAULT_SEED: values.seed,
      MOTCUA_FAULT_REPORT: report,
      ...(program && { MOTCUA_TEST_MONGO_PROGRAM: JSON.stringify(program) }),
    },
    stdio: 'inherit',
  },
);
printTable(existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').map(JSON.parse) : []);
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;

/** @param {{ fault: string, times?: number, lost: number, doubled: number, seconds: number }[]} outcomes */
function printTable(outcomes) {
  const faults = outcomes.reduce(
    (all, each) => all.set(each.fault, [...(all.get(each.fault) ?? []), each]),
    new Map(),
  );
  const rows = [...faults].map(([fault, tries]) => {
    const sum = (key, otherwise = 0) => tries.reduce((total, each) => total + (each[key] ?? otherwise), 0);
    const slowest = Math.max(...tries.map(({ seconds }) => seconds));
    return [fault, sum('times', 1), sum('lost'), sum('doubled'), slowest.toFixed(2)].map(String);
  });
  const table = [['fault', 'times', 'lost', 'doubled', 'seconds to serve again'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table)
    process.stdout.write(
      `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')}\n`,
    );
}
