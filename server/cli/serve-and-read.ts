/** Serves a copy of the data on a free port of this machine and reads dossiers from it as an officer would. */
import { systemActor } from '../access/actor.ts';
import { createApiKey } from '../access/api-keys.ts';
import { openAccess } from '../access/open-access.ts';
import { systemClock } from '../clock.ts';
import type { Page } from '../contract/common.ts';
import { API_BASE } from '../http/app.ts';
import { createServer, type RunningServer } from '../main.ts';

export interface ReadDossiers {
  /** dossiers read, each with its history */
  read: number;
  /** dossiers that there are; counted up to what a list counts */
  total: number;
  /** printed papers read */
  papers: number;
  /** what did not answer as it must: `GET /dossiers/…: 500` */
  unreadable: string[];
}

/** Newest dossiers that are read. */
const READ_AT_MOST = 20;

/** Nothing leaves the machine and nothing is done: no job runs, no letter is sent. */
export async function serveAndRead(folder: string): Promise<ReadDossiers> {
  const server = await createServer({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    clock: 'system',
    seed: 'none',
    logLevel: 'fatal',
    doesJobs: false,
  });
  try {
    return await readDossiers(server);
  } finally {
    await server.stop();
  }
}

async function readDossiers({ url, store, clock }: RunningServer): Promise<ReadDossiers> {
  // Nobody's password is known here; the copy gets a key of its own and goes with it.
  const access = openAccess({ store, clock, wallClock: systemClock });
  const { key } = await createApiKey(access, {
    settings: { name: 'motcua drill', roles: ['admin'] },
    by: { actor: systemActor },
  });
  const outcome: ReadDossiers = { read: 0, total: 0, papers: 0, unreadable: [] };
  const get = async (path: string): Promise<Response | null> => {
    const answer = await fetch(`${url}${API_BASE}${path}`, { headers: { authorization: `Bearer ${key}` } });
    if (answer.ok) return answer;
    outcome.unreadable.push(`GET ${path}: ${answer.status}`);
    return null;
  };
  const listOf = async <T>(path: string): Promise<Page<T>> =>
    ((await (await get(path))?.json()) as Page<T> | undefined) ?? { items: [] };

  const { items, total } = await listOf<{ code: string }>(`/dossiers?limit=${READ_AT_MOST}`);
  outcome.total = total ?? items.length;
  for (const { code } of items) {
    const path = `/dossiers/${encodeURIComponent(code)}`;
    await (await get(path))?.arrayBuffer();
    await (await get(`${path}/history`))?.arrayBuffer();
    const papers = await listOf<Paper>(`${path}/documents`);
    for (const { id } of papers.items.filter(({ sha256 }) => sha256 !== undefined)) {
      await (await get(`${path}/documents/${encodeURIComponent(id)}.pdf`))?.arrayBuffer();
      outcome.papers += 1;
    }
    outcome.read += 1;
  }
  return outcome;
}

/** One that was not printed yet has no hash, and is not printed for a drill. */
interface Paper {
  id: string;
  sha256?: string;
}
