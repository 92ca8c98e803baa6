/** The only place where the parts are wired together. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAuthenticator } from './access/authenticate.ts';
import { accessMessages } from './access/messages.ts';
import { openAccess } from './access/open-access.ts';
import { accessRoutes } from './access/routes.ts';
import { sessionSecret } from './access/session-secret.ts';
import { SessionStore } from './access/session-store.ts';
import { type Clock, manualClock, systemClock } from './clock.ts';
import type { Environment } from './environment.ts';
import { createApp } from './http/app.ts';
import type { Endpoint } from './http/endpoint.ts';
import { createMetrics } from './http/metrics.ts';
import { packageRoot } from './package-root.ts';
import { storeMessages } from './store/messages.ts';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface ServerOptions extends Environment {
  /** the law's clock; by default what `clock` of the environment says */
  lawClock?: Clock;
  /** the machine's clock: sessions, locks */
  wallClock?: Clock;
  /** answers that break their own schema fail: for tests */
  checksAnswers?: boolean;
  /** CPU, memory and event loop in `/metrics`: once a process */
  processMetrics?: boolean;
}

export interface RunningServer {
  /** where it listens */
  url: string;
  endpoints: Endpoint[];
  clock: Clock;
  store: Store;
  /** sample accounts and their password, when this start filled the store */
  seeded?: { usernames: string[]; password: string; isTemporary: boolean };
  /** takes nothing new, finishes what runs, closes the store */
  stop(): Promise<void>;
}

/** Opens everything, seeds an empty store, and listens. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const logger = pino({ level: options.logLevel, base: null });
  const wallClock = options.wallClock ?? systemClock;
  const clock = options.lawClock ?? (options.clock === 'manual' ? manualClock(wallClock.now()) : systemClock);
  await mkdir(options.dataDir, { recursive: true });
  const store = openSqliteStore({ folder: options.dataDir });

  const access = openAccess({ store, clock, wallClock });
  const endpoints = [...accessRoutes(access)];
  const webFolder = join(packageRoot(), 'dist/web');
  const app = createApp({
    endpoints,
    messages: { ...storeMessages, ...accessMessages },
    authenticator: createAuthenticator(access),
    sessions: {
      store: new SessionStore({ store, clock: wallClock }),
      secret: await sessionSecret(options.dataDir, options.sessionSecret),
    },
    logger,
    metrics: createMetrics({ ofProcess: options.processMetrics ?? false }),
    readiness: { store: () => store.ping() },
    ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    ...(existsSync(webFolder) ? { webFolder } : {}),
    checksAnswers: options.checksAnswers ?? false,
  });
  const http = createHttpServer(app);
  const url = await listen(http, options);
  return {
    url,
    endpoints,
    clock,
    store,
    stop: async () => {
      await closed(http);
      await store.close();
    },
  };
}

function listen(http: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const address = http.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve(`http://${name}:${address.port}`);
    });
  });
}

function closed(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
}
