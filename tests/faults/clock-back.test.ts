import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealAudit } from '../../server/access/seal-audit.ts';
import { manualClock } from '../../server/clock.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { reportFault } from '../support/report-fault.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';
import { completeOpen, walkTo } from '../support/walk.ts';

/** Thursday, half an hour after closing: codes are the next day's already, an hour earlier they are this day's. */
const AFTER_CLOSING = Date.parse('2026-04-16T10:30:00.000Z');
const HOUR = 3_600_000;
const LONG_AFTER = '2026-06-01T03:00:00.000Z';

const wallClock = manualClock(AFTER_CLOSING);
let server: TestServer;
let counter: TestClient;
let leader: TestClient;
beforeAll(async () => {
  server = await startServer({ now: new Date(AFTER_CLOSING - 2 * HOUR).toISOString(), wallClock });
  [counter, leader] = await Promise.all([server.as('motcua'), server.as('lanhdao')]);
});
afterAll(() => server.close());

/** As a machine's clock is set, under everything that runs. */
function setClock(instant: number): void {
  wallClock.moveTo(instant);
  server.server.clock.moveTo!(instant);
}

const takeIn = async (procedure: string): Promise<string> =>
  (await counter.post('/dossiers', await buildApplication(counter, procedure))).body.code;

const historyOf = async (code: string): Promise<{ seq: number; type: string; element?: string }[]> =>
  (await counter.get(`/dossiers/${code}/history`)).body.items;

const times = (history: { type: string }[], type: string): number =>
  history.filter((entry) => entry.type === type).length;

describe('a clock that is set back by an hour', () => {
  it('loses nothing, does nothing twice, and leaves numbers, sessions, due dates and histories in order', async () => {
    setClock(AFTER_CLOSING - HOUR);
    const before = [await takeIn(CERTIFICATION), await takeIn(HOUSE_PERMIT)];
    setClock(AFTER_CLOSING);
    const late = [await takeIn(CERTIFICATION), await takeIn(HOUSE_PERMIT)];
    const suspended = late[1]!;
    await walkTo(server, suspended, 'ThamDinh');
    const promised = (await counter.get(`/dossiers/${suspended}`)).body.dueAt;
    await leader.post(`/dossiers/${suspended}/suspend`, { reason: 'Chờ xác minh' });

    setClock(AFTER_CLOSING - HOUR);
    const turnedBackAt = performance.now();
    const session = await counter.get('/session');
    const resumed = await leader.post(`/dossiers/${suspended}/resume`, {});
    const completed = await completeOpen(server, suspended);
    const again = [await takeIn(CERTIFICATION), await takeIn(HOUSE_PERMIT)];
    const seconds = (performance.now() - turnedBackAt) / 1000;
    setClock(AFTER_CLOSING);
    const next = [await takeIn(CERTIFICATION), await takeIn(HOUSE_PERMIT)];
    await server.server.jobs.drain();

    expect([session.status, resumed.status, completed.status]).toEqual([200, 200, 200]);
    expect(resumed.body.dueAt).toBe(promised);
    const serials = (codes: string[]) => codes.map((code) => code.slice(-11));
    expect(serials([...before, ...again])).toEqual([1, 2, 3, 4].map((serial) => `260416-000${serial}`));
    expect(serials([...late, ...next])).toEqual([1, 2, 3, 4].map((serial) => `260417-000${serial}`));

    // Everything falls due, back and forth over the same hour.
    const codes = [...before, ...late, ...again, ...next];
    await (await server.as('admin')).post('/admin/clock', { now: LONG_AFTER });
    server.server.clock.moveTo!(Date.parse(LONG_AFTER) - HOUR);
    await server.server.jobs.drain();
    server.server.clock.moveTo!(Date.parse(LONG_AFTER));
    await server.server.jobs.drain();

    const histories = await Promise.all(codes.map(historyOf));
    const breaches = histories.map((history) => times(history, 'overdue'));
    reportFault({
      fault: 'clock set back by an hour',
      lost: breaches.filter((told) => told === 0).length,
      doubled: breaches.filter((told) => told > 1).length,
      seconds,
    });
    expect(breaches).toEqual(codes.map(() => 1));
    const order = histories.map((history) => history.map(({ seq }) => seq));
    expect(order).toEqual(order.map((seqs) => seqs.map((_, index) => index + 1)));
    expect(
      histories[3]!.filter(({ type }) => ['suspend', 'resume'].includes(type)).map(({ type }) => type),
    ).toEqual(['suspend', 'resume']);
    expect(await waiting()).toEqual([]);
    await sealAudit(server.server.store, { info: () => {} });
    expect(await verifyFolder(server.dataDir)).toMatchObject({ exit: 0 });
  }, 60_000);
});

/** What the outbox still has to do, or gave up. */
async function waiting(): Promise<unknown[]> {
  const admin = await server.as('admin');
  const jobs = await Promise.all(
    ['queued', 'running', 'dead'].map(
      async (state) => (await admin.get(`/admin/jobs?state=${state}`)).body.items,
    ),
  );
  return jobs.flat().filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(LONG_AFTER));
}
