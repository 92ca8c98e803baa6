import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierSpec } from '../../server/dossiers/records.ts';
import { type Job, jobSpec } from '../../server/jobs/records.ts';
import { SIGNAL_FOR_JOB, THROWN_SIGNAL_JOB } from '../../server/runtime/thrown.ts';
import { thrownHandlers } from '../../server/runtime/thrown-handlers.ts';
import type { Stored } from '../../server/store/store.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { buildCertification, publishProcess } from '../support/publish-process.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen } from '../support/walk.ts';

/** More than a job reads at a time. */
const MANY = 230;

let server: TestServer;
let admin: TestClient;
let codes: string[];

beforeAll(async () => {
  server = await startServer();
  admin = await server.as('admin');
  await publishProcess(
    server,
    CERTIFICATION,
    buildCertification('catch Wait name="Chờ lệnh" signal=Order\nReceive -> Wait -> Sign'),
  );
  codes = await planted(await received());
}, 60_000);
afterAll(() => server.close());

async function received(): Promise<string> {
  const counter = await server.as('motcua');
  const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
  await completeOpen(server, body.code);
  return body.code;
}

/** As many like it, stored as they were before the moment of a wait was kept. */
async function planted(code: string): Promise<string[]> {
  const { runtime, store } = server.server;
  const { doc } = (await runtime.dossiers.get(code))!;
  const others = Array.from({ length: MANY }, (_, index) => `${code}-${1000 + index}`);
  await store.commit(
    others.map((id) => ({
      op: 'insert',
      collection: dossierSpec.name,
      id,
      doc: { ...doc, code: id, subscriptions: doc.subscriptions.map(({ since: _since, ...wait }) => wait) },
    })),
  );
  return [code, ...others];
}

const jobsOf = async (type: string): Promise<Stored<Job>[]> => {
  const { items } = await server.server.store
    .collection(jobSpec)
    .find({ where: { type, state: 'queued' }, limit: 1000 });
  return items;
};

describe('a signal for many dossiers', () => {
  it('reaches each of them once, page by page, though a page is begun twice', async () => {
    const { runtime, jobs } = server.server;
    const sent = await runtime.store.collection(jobSpec).count({ where: { type: THROWN_SIGNAL_JOB } });
    const { body } = await admin.post('/signals', { name: 'Order' });
    await jobs.drain();

    const stored = await runtime.dossiers.getMany(codes);
    const told = await runtime.store
      .collection(jobSpec)
      .count({ where: { type: SIGNAL_FOR_JOB, state: 'done' } });
    const pages = await runtime.store
      .collection(jobSpec)
      .count({ where: { type: THROWN_SIGNAL_JOB, state: 'done' } });
    expect(body.waiting).toBe(MANY + 1);
    expect(stored.map(({ doc }) => doc.openTasks.map(({ element }) => element))).toEqual(
      codes.map(() => ['Sign']),
    );
    expect(told).toBe(MANY + 1);
    expect(pages - sent).toBe(3);
  }, 60_000);

  it('is told anew by no job that had ended before a crash', async () => {
    const { runtime } = server.server;
    const code = await received();
    const { jobs } = runtime;
    // nothing runs by itself: the test is the runner
    const own = { ...runtime, jobs: { ...jobs, nudge: () => undefined } };
    const handlers = thrownHandlers(own);
    const payload = { id: 'crash', name: 'Order', payload: {}, at: '2026-04-15T02:00:00.000Z', page: 1 };
    const job = { id: 'page', version: 1, doc: { payload } as Job };
    const run = {
      job,
      attempt: 1,
      now: payload.at,
      done: { op: 'delete', collection: 'jobs', id: 'page' },
    } as const;

    await server.server.jobs.stop();
    await handlers[THROWN_SIGNAL_JOB]!(run);
    const again = handlers[THROWN_SIGNAL_JOB]!(run);

    await expect(again).rejects.toThrow(/taken/);
    const [told] = await jobsOf(SIGNAL_FOR_JOB);
    expect((await jobsOf(SIGNAL_FOR_JOB)).length).toBe(1);
    const done = { op: 'delete', collection: jobSpec.name, id: told!.id, version: told!.version } as const;
    const one = { job: told!, attempt: 1, now: payload.at, done };
    await handlers[SIGNAL_FOR_JOB]!(one);
    await expect(handlers[SIGNAL_FOR_JOB]!(one)).rejects.toThrow();
    const { items } = await runtime.history.find({ where: { dossier: code } });
    const heard = items.flatMap(({ doc }) => doc.entries).filter(({ type }) => type === 'signal-received');
    expect(heard).toHaveLength(1);
  });
});
