/** Builds dist/: the server (rolldown) and the browser's pages (vite). Skips what is newer than its sources. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const TARGETS = {
  server: {
    sources: [
      'engine',
      'calendar',
      'forms',
      'templates',
      'server',
      'seeds',
      'package-lock.json',
      'scripts/build.js',
    ],
    stamp: 'dist/server/.built',
    build: buildServer,
  },
  web: {
    sources: [
      'engine',
      'calendar',
      'forms',
      'templates',
      'server/contract',
      'ui',
      'workspace',
      'designer',
      'vite.config.js',
      'package-lock.json',
    ],
    stamp: 'dist/web/.built',
    build: buildWeb,
  },
};

/**
 * Builds what is older than its sources.
 * @param {{ server?: boolean, web?: boolean, force?: boolean }} wanted both when absent
 */
export async function ensureBuilt({ server = true, web = true, force = false } = {}) {
  for (const [name, target] of Object.entries(TARGETS)) {
    if (!{ server, web }[name]) continue;
    if (!force && isFresh(target)) continue;
    if (name === 'web')
      process.stderr.write('Đang dựng giao diện (chỉ lần đầu hoặc sau khi mã nguồn đổi)…\n');
    await target.build();
    writeFileSync(join(root, target.stamp), '');
  }
}

function isFresh({ sources, stamp }) {
  const stampFile = join(root, stamp);
  if (!existsSync(stampFile)) return false;
  const builtAt = statSync(stampFile).mtimeMs;
  return sources.every((source) => newest(join(root, source)) <= builtAt);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

async function buildServer() {
  const { build } = await import('rolldown');
  rmSync(join(root, 'dist/server'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist/server'), { recursive: true });
  await build({
    cwd: root,
    input: serverEntries(),
    platform: 'node',
    // Libraries stay in node_modules; only our own rooms are bundled.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith(root),
    output: {
      dir: join(root, 'dist/server'),
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
    logLevel: 'warn',
  });
}

/** The command, and every worker that it starts by file. */
function serverEntries() {
  const entries = { motcua: 'server/cli/motcua.ts' };
  for (const worker of ['templates/worker/render-worker.ts']) {
    if (existsSync(join(root, worker))) entries[worker.split('/').pop().replace('.ts', '')] = worker;
  }
  return entries;
}

async function buildWeb() {
  const { build } = await import('vite');
  await build({ root, configFile: join(root, 'vite.config.js'), logLevel: 'error' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt({ force: true });
