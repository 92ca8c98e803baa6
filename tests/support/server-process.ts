/** The built server in a process of its own, which a test may kill without warning. */
import { spawnCli } from './spawn-cli.ts';
import { signedIn, type TestClient } from './test-client.ts';

export interface ServerProcess {
  url: string;
  pid: number;
  /** when it said that it serves, on the clock of `performance` */
  readyAt: number;
  as(username: string): Promise<TestClient>;
  /** SIGKILL: no goodbye; resolves when the process is gone */
  kill(): Promise<void>;
  /** SIGTERM, as an operator stops it */
  stop(): Promise<void>;
  /** resolves when it has ended by itself */
  ended(): Promise<unknown>;
}

const PASSWORD = 'Motcua@2026';

/**
 * @param options.now what the law's clock shows, ISO-8601
 * @throws Error with what the server wrote when it ends before it listens
 */
export async function startProcess({
  folder,
  now,
  wrap = [],
  settings = {},
  mongodbUri,
}: {
  folder: string;
  now: string;
  /** the embedded store when absent */
  mongodbUri?: string;
  /** a command that ends by becoming the server */
  wrap?: string[];
  /** further variables of its environment */
  settings?: Record<string, string>;
}): Promise<ServerProcess> {
  const env = {
    PORT: '0',
    DATA_DIR: folder,
    CLOCK: 'manual',
    LOG_LEVEL: 'fatal',
    SEED_PASSWORD: PASSWORD,
    ...settings,
    ...(mongodbUri && { MONGODB_URI: mongodbUri }),
  };
  const cli = spawnCli(['serve'], env, wrap);
  const [url] = await cli.said(/http:\/\/[\w.:[\]]+:\d+/);
  const readyAt = performance.now();
  const as = (username: string) => signedIn(url, { username, password: PASSWORD });
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    cli.process.kill(signal);
    await cli.ended();
  };
  await (await as('admin')).post('/admin/clock', { now });
  const pid = cli.process.pid!;
  return { url, pid, readyAt, as, kill: end('SIGKILL'), stop: end('SIGTERM'), ended: cli.ended };
}
