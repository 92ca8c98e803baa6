/**
 * Durable commits a second, as a task's completion makes them: on the embedded store with group commit on and off, and
 * on MongoDB where MONGODB_URI is given, with what each command asks of it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongoStore } from '../server/store/mongo/open-mongo-store.ts';
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../server/store/store.ts';
import { countRoundTrips } from '../tests/support/count-round-trips.ts';
import { dropDatabase, freshDatabase } from '../tests/support/fresh-database.ts';
import { type Bench, type Figure, ratePerSecond } from './bench.ts';

const CALLERS = [1, 8, 64];
const SECONDS = 2;

const bench: Bench = {
  title: 'Read dossier and task, rewrite both, add a task and two events; durable when answered',
  run: async () => {
    const mongodb = process.env['MONGODB_URI'];
    const figures: Figure[] = [];
    for (const groupCommit of [true, false]) {
      for (const callers of CALLERS) figures.push(await embedded({ groupCommit, callers }));
    }
    if (!mongodb) return figures;
    for (const callers of CALLERS) figures.push(await onMongodb(mongodb, callers));
    return [...figures, ...(await roundTrips(mongodb))];
  },
};
export default bench;

async function embedded({
  groupCommit,
  callers,
}: {
  groupCommit: boolean;
  callers: number;
}): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  const value = await completions(openSqliteStore({ folder, groupCommit }), callers);
  await rm(folder, { recursive: true });
  return { what: `${callers} callers, group commit ${groupCommit ? 'on' : 'off'}`, value, unit: 'commits/s' };
}

async function onMongodb(server: string, callers: number): Promise<Figure> {
  const uri = freshDatabase(server);
  const value = await completions(await openMongoStore({ uri }), callers);
  await dropDatabase(uri);
  return { what: `${callers} callers, MongoDB`, value, unit: 'commits/s' };
}

async function completions(store: Store, callers: number): Promise<number> {
  const complete = await completionOf(store, callers);
  const value = await ratePerSecond(complete, { callers, seconds: SECONDS });
  await store.close();
  return value;
}

/** Counted on the wire to one server; the members of a larger set are spoken to past it. */
async function roundTrips(server: string): Promise<Figure[]> {
  const [, hosts = ''] = /^mongodb:\/\/([^/?]*)/.exec(server) ?? [];
  if (hosts === '' || hosts.includes(',')) return [];
  const counted = await countRoundTrips(server);
  return counted.flatMap(({ command, reads, transactions, requests }) => [
    { what: `${command}: reads`, value: reads, unit: '' },
    { what: `${command}: transactions`, value: transactions, unit: '' },
    { what: `${command}: requests of the transaction`, value: requests, unit: '' },
  ]);
}

/** Each caller has a dossier of its own and completes its one open task, again and again. */
async function completionOf(store: Store, callers: number) {
  const dossiers = store.collection<{ form: object; turn: number }>({
    name: 'dossiers',
    indexes: [{ name: 'byCode', fields: ['code'], unique: true }],
  });
  const tasks = store.collection<{ status: string }>({
    name: 'tasks',
    indexes: [
      { name: 'byUnitDue', fields: ['unit', 'status', 'dueAt'] },
      { name: 'byDossier', fields: ['dossier'] },
    ],
  });
  store.collection({ name: 'events', indexes: [{ name: 'byDossier', fields: ['dossier', 'at'] }] });
  const form = {
    name: 'Nguyễn Văn A (mẫu)',
    address: 'Số 1, phường Mẫu, tỉnh An Giang',
    note: 'x'.repeat(1500),
  };
  const task = (caller: number, turn: number) => ({
    op: 'insert' as const,
    collection: 'tasks',
    id: `t${caller}-${turn}`,
    doc: { dossier: `d${caller}`, unit: 'tp', status: 'open', dueAt: `2026-04-${10 + (turn % 20)}` },
  });
  const event = (caller: number, turn: number, type: string) => ({
    op: 'insert' as const,
    collection: 'events',
    id: `e${caller}-${turn}-${type}`,
    doc: { dossier: `d${caller}`, at: `2026-04-17T02:00:00.${turn}Z`, type, actor: 'chuyenvien' },
  });
  for (let caller = 0; caller < callers; caller++)
    await store.commit([
      {
        op: 'insert',
        collection: 'dossiers',
        id: `d${caller}`,
        doc: { code: `H01.${caller}`, form, turn: 0 },
      },
      task(caller, 0),
    ]);

  return async (caller: number, turn: number) => {
    const dossier = await dossiers.get(`d${caller}`);
    const open = await tasks.get(`t${caller}-${turn}`);
    if (!dossier || !open) throw new Error('the store lost a document');
    await store.commit([
      { op: 'replace', collection: 'dossiers', ...dossier, doc: { ...dossier.doc, turn } },
      { op: 'replace', collection: 'tasks', ...open, doc: { ...open.doc, status: 'done' } },
      task(caller, turn + 1),
      event(caller, turn, 'complete'),
      event(caller, turn, 'open'),
    ]);
  };
}
