/**
 * The whole product in this process, on a free port, in a temporary folder, with a clock of its own. On a database
 * of its own of MOTCUA_TEST_MONGODB_URI where that is set (`npm run test:mongo`), else on the embedded store.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, manualClock } from '../../server/clock.ts';
import { createServer, type RunningServer, type ServerOptions } from '../../server/main.ts';
import { dropDatabase, freshDatabase } from './fresh-database.ts';
import { signedIn, type TestClient, testClient } from './test-client.ts';

const mongodb = process.env['MOTCUA_TEST_MONGODB_URI'];

export const SAMPLE_PASSWORD = 'Motcua@2026';

export interface TestServer {
  url: string;
  /** the folder of its data */
  dataDir: string;
  server: RunningServer;
  /** nobody's */
  anonymous: TestClient;
  /** a client with the session of a sample account, signed in once */
  as(username: string): Promise<TestClient>;
  /** stops the server and removes its folder */
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** what the law's clock shows at the start; Wednesday 15/04/2026, 09:00 in Việt Nam when absent */
  now?: string;
  /** the sample province when absent */
  seed?: 'auto' | 'none';
  wallClock?: Clock;
  /** a sheet that says it is a PDF when absent: Chromium is slow, and has tests of its own */
  printPdf?: ServerOptions['printPdf'];
  /** where letters to applicants go; they are recorded when absent */
  smtp?: ServerOptions['smtp'];
  /** where text messages and Zalo go; recorded when absent */
  sms?: ServerOptions['sms'];
  zalo?: ServerOptions['zalo'];
  /** keys that sign papers; none are signed when absent */
  signing?: ServerOptions['signing'];
  /** backups the server takes by itself; none when absent */
  backups?: ServerOptions['backups'];
  backupKey?: ServerOptions['backupKey'];
  /** data that are there already; an empty temporary folder when absent */
  dataDir?: string;
  /** a database that other servers use too; the one who made it drops it */
  mongodbUri?: string;
}

const blankSheet = async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF-1.4\n');

export async function startServer({
  now = '2026-04-15T02:00:00.000Z',
  seed = 'auto',
  wallClock,
  printPdf = blankSheet,
  smtp,
  sms,
  zalo,
  signing,
  backups,
  backupKey,
  dataDir: given,
  mongodbUri,
}: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'motcua-test-')));
  const own = mongodb && !mongodbUri ? freshDatabase(mongodb) : undefined;
  const database = mongodbUri ?? own;
  const server = await createServer({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    clock: 'manual',
    lawClock: manualClock(Date.parse(now)),
    seed,
    seedPassword: SAMPLE_PASSWORD,
    logLevel: 'fatal',
    checksAnswers: true,
    printPdf,
    ...(database ? { mongodbUri: database } : {}),
    ...(smtp ? { smtp } : {}),
    ...(sms ? { sms } : {}),
    ...(zalo ? { zalo } : {}),
    ...(signing ? { signing } : {}),
    ...(backups ? { backups } : {}),
    ...(backupKey ? { backupKey } : {}),
    ...(wallClock ? { wallClock } : {}),
  });
  const clients = new Map<string, Promise<TestClient>>();
  return {
    url: server.url,
    dataDir,
    server,
    anonymous: testClient(server.url),
    as: (username) => {
      const client = clients.get(username) ?? signedIn(server.url, { username, password: SAMPLE_PASSWORD });
      clients.set(username, client);
      return client;
    },
    close: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (own) await dropDatabase(own);
    },
  };
}
