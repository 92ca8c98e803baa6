/** The built server in a process of its own, on a database of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { freshDatabase } from './fresh-database.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { spawnCli } from './spawn-cli.ts';

export interface ServerOnMongodb {
  server: ServerProcess;
  /** another one on the same database */
  another(): Promise<ServerProcess>;
  /** Stops all of them. @returns how `motcua verify` ended and what it said */
  verified(): Promise<{ exit: number | null; said: string }>;
}

const FRIDAY = '2026-04-17T03:00:00.000Z';
export const CLEAN = { exit: 0, said: expect.stringContaining('toàn vẹn') };

/**
 * @param uri of a server or set
 * @param settings of the driver, for the servers alone: `connectTimeoutMS=2000`
 */
export async function startOnMongodb(uri: string, settings = ''): Promise<ServerOnMongodb> {
  const database = freshDatabase(uri);
  const servers: ServerProcess[] = [];
  const folders: string[] = [];
  const start = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-on-mongodb-'));
    folders.push(folder);
    const address = settings && `${database}${database.includes('?') ? '&' : '?'}${settings}`;
    const server = await startProcess({ folder, now: FRIDAY, mongodbUri: address || database });
    servers.push(server);
    return server;
  };
  return {
    server: await start(),
    another: start,
    verified: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      const verify = spawnCli(['verify'], { MONGODB_URI: database });
      const exit = await verify.ended();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
      return { exit, said: verify.output() };
    },
  };
}
