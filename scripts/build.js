/** Builds dist/: the server (rolldown) and the browser's pages (vite). Skips what is newer than its sources. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const STAMP = '.built';
/** longer than any build */
const LOCK_LASTS_MS = 180_000;

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
    folder: 'dist/server',
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
    folder: 'dist/web',
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
    await alone(async () => {
      if (!force && isFresh(target)) return;
      if (name === 'web')
        process.stderr.write('Đang dựng giao diện (chỉ lần đầu hoặc sau khi mã nguồn đổi)…\n');
      await buildAside(name, target);
    });
  }
}

/** Builds beside the folder in use and swaps at the end: a failed build leaves the old one, a running server its files. */
async function buildAside(name, target) {
  const startedAt = new Date();
  const aside = join(root, `dist/.${name}-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  try {
    await target.build(aside);
    writeFileSync(join(aside, STAMP), '');
    utimesSync(join(aside, STAMP), startedAt, startedAt);
    rmSync(join(root, 'dist', name), { recursive: true, force: true });
    renameSync(aside, join(root, 'dist', name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** One build at a time on this machine's dist/; a lock left by a killed build is taken over. */
async function alone(work) {
  const lock = join(root, 'dist/.building');
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > LOCK_LASTS_MS) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isFresh({ folder, sources }) {
  const stampFile = join(root, folder, STAMP);
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

async function buildServer(folder) {
  const { build } = await import('rolldown');
  await build({
    cwd: root,
    input: serverEntries(),
    platform: 'node',
    // Libraries stay in node_modules; only our own rooms are bundled.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith(root),
    output: {
      dir: folder,
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
    logLevel: 'warn',
  });
}

/** The command, and every worker and process that it starts by file. */
function serverEntries() {
  const entries = {
    motcua: 'server/cli/motcua.ts',
    'render-worker': 'templates/worker/render-worker.ts',
    'checkpoint-worker': 'server/store/sqlite/checkpoint-worker.ts',
    'writer-thread': 'server/store/sqlite/writer-thread.ts',
    'integrity-process': 'server/store/sqlite/integrity-process.ts',
    'second-opinion': 'server/catalogue/second-opinion/peer-process.ts',
    'back-up': 'server/backups/backup-process.ts',
  };
  return Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(join(root, source))));
}

async function buildWeb(folder) {
  const { build } = await import('vite');
  // A test runner's own NODE_ENV would give people React's slow development build.
  const runnerEnv = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.js'),
      logLevel: 'error',
      build: { outDir: folder },
    });
  } finally {
    if (runnerEnv === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = runnerEnv;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt({ force: true });
