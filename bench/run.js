/**
 * Runs the benchmarks of this folder one after another and prints a table; the figures go to reports/bench.json too.
 * `npm run bench` runs all, `npm run bench -- store` those whose name contains "store".
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { ensureBuilt } from '../scripts/build.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const built = join(root, 'node_modules/.cache/motcua-bench');

const wanted = process.argv.slice(2);
const names = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

// Some start the built server: what is measured is what the sources say.
await ensureBuilt();
await buildBenches();
const file = join(root, 'reports/bench.json');
// what other runs on this machine measured stays
const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { benches: {} };
const report = { machine: machine(), benches: before.machine === machine() ? before.benches : {} };
for (const name of names) {
  const bench = (await import(pathToFileURL(join(built, `${name}.js`)).href)).default;
  process.stdout.write(`\n${bench.title}\n`);
  const figures = await bench.run();
  report.benches[name] = figures;
  printTable(figures);
}
mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(`\nreports/bench.json: ${report.machine}\n`);

async function buildBenches() {
  rmSync(built, { recursive: true, force: true });
  await build({
    cwd: root,
    input: Object.fromEntries(names.map((name) => [name, `bench/${name}.bench.ts`])),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith(root),
    output: { dir: built, format: 'esm', sourcemap: true },
    logLevel: 'warn',
  });
}

function machine() {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}

/** @param {{ what: string, value: number, unit: string }[]} figures */
function printTable(figures) {
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const { what, value, unit } of figures) {
    const shown = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
    process.stdout.write(`  ${what.padEnd(width)}  ${shown.padStart(10)} ${unit}\n`);
  }
}
