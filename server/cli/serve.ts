/** `motcua serve`: the whole product, until it is told to stop. */
import { readEnvironment } from '../environment.ts';
import type { RunningServer } from '../main.ts';
import { type Command, type Refusal, say, wrongInput } from './command.ts';
import { environmentRefusal } from './data-folder.ts';
import type { Terminal } from './terminal.ts';

/** Longer than any request or job should take; what is cut off then is found again by its lease. */
const LONGEST_STOP_MS = 15_000;

export const serve: Command = {
  name: 'serve',
  positionals: [],
  summary: {
    vi: 'Chạy máy chủ; cấu hình bằng biến môi trường (PORT, HOST, DATA_DIR, CLOCK, SEED, …)',
    en: 'Run the server; configured by the environment (PORT, HOST, DATA_DIR, CLOCK, SEED, …)',
  },
  options: {},
  run: async (_input, terminal) => {
    const server = await start();
    // Listens before it speaks: who reads the address may answer with a signal at once.
    const told = toldToStop();
    announce(server, terminal);
    await told;
    terminal.err(say(terminal, 'serve.stopping'));
    const force = setTimeout(() => process.exit(1), LONGEST_STOP_MS);
    await server.stop();
    clearTimeout(force);
    return 0;
  },
};

async function start(): Promise<RunningServer> {
  const { createServer } = await import('../main.ts');
  try {
    return await createServer({
      ...readEnvironment(process.env),
      hasWriterThread: true,
      processMetrics: true,
    });
  } catch (error) {
    throw environmentRefusal(error) ?? refusalOf(error) ?? error;
  }
}

function refusalOf(error: unknown): Refusal | null {
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const place = { address: address ?? '', port: port ?? '' };
  if (code === 'EADDRINUSE') return wrongInput('serve.address-in-use', place);
  if (code === 'EACCES' && port !== undefined) return wrongInput('serve.address-refused', place);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return wrongInput('serve.address-unknown', place);
  return null;
}

function announce({ url, seeded }: RunningServer, terminal: Terminal): void {
  terminal.out(say(terminal, 'serve.ready', { url }));
  if (!seeded) return;
  terminal.out(say(terminal, 'serve.accounts', { usernames: seeded.usernames.join(', ') }));
  terminal.out(
    say(terminal, seeded.isTemporary ? 'serve.temporary-password' : 'serve.password', {
      password: seeded.password,
    }),
  );
}

/** A second signal ends the process at once, as it would without us. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
