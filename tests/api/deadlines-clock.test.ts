import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer();
  counter = await server.as('motcua');
  admin = await server.as('admin');
});
beforeEach(() => admin.post('/admin/clock', { now: FRIDAY }));
afterAll(() => server.close());

const takeIn = async (procedure = HOUSE_PERMIT) =>
  (await counter.post('/dossiers', await buildApplication(counter, procedure))).body;

describe('the demonstration clock', () => {
  it('fires the timers that fall due on the way, at their own time', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await completeOpen(server, code, { examination: 'consult', consultedAgency: 'so-xay-dung' });
    expect(await openTasks(server, code)).toMatchObject([{ element: 'LayYKien' }]);

    const { status, body } = await admin.post('/admin/clock', { advance: 'P20D' });

    // DL18: the agency was silent for twelve days, which counts as consent; 29/04 is a working day
    expect([status, body.now]).toEqual([200, '2026-05-07T03:00:00.000Z']);
    expect(await openTasks(server, code)).toMatchObject([{ element: 'ThamDinh' }]);
    const { body: history } = await counter.get(`/dossiers/${code}/history`);
    const fired = history.items.find(({ type }: { type: string }) => type === 'timer-fired');
    expect(fired).toMatchObject({ at: '2026-04-29T10:00:00.000Z', actor: { kind: 'system' } });
  });

  it('makes an open dossier overdue', async () => {
    const { code } = await takeIn();

    await admin.post('/admin/clock', { now: '2026-05-04T10:00:01.000Z' });

    expect((await counter.get(`/dossiers/${code}`)).body.timeliness).toBe('overdue'); // R088
    const late = (await counter.get('/dossiers?overdue=true')).body.items;
    expect(late.map((row: { code: string }) => row.code)).toContain(code);
  });

  it('goes back to another month for a demonstration', async () => {
    const { status, body } = await admin.post('/admin/clock', { now: '2026-03-02T02:00:00.000Z' });

    expect([status, body.now]).toEqual([200, '2026-03-02T02:00:00.000Z']);
  });

  it('refuses a span that is none', async () => {
    const { status, body } = await admin.post('/admin/clock', { advance: 'mai' });

    expect([status, body.code]).toEqual([422, 'clock.bad-span']);
  });

  it('is for the administrator', async () => {
    expect((await counter.post('/admin/clock', { advance: 'PT1H' })).status).toBe(403);
  });
});

describe('reception outside office hours', () => {
  it('counts from the next opening, and the code carries that day', async () => {
    await admin.post('/admin/clock', { now: '2026-04-17T11:00:00.000Z' }); // Friday 18:00

    const dossier = await takeIn();

    expect(dossier.receivedAt).toBe('2026-04-20T00:00:00.000Z'); // DL05: Monday 07:00
    expect(dossier.code).toContain('-260420-');
  });

  it('gives a same-day procedure until the next working day after three o’clock', async () => {
    await admin.post('/admin/clock', { now: '2026-04-17T08:01:00.000Z' }); // Friday 15:01

    const dossier = await takeIn(CERTIFICATION);

    expect(dossier.dueAt).toBe('2026-04-20T10:00:00.000Z'); // DL09
  });

  it('says that a year was never entered instead of guessing', async () => {
    await admin.post('/admin/clock', { now: '2027-12-30T03:00:00.000Z' });

    const { status, body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));

    expect([status, body.code]).toEqual([409, 'calendar.year-missing']); // vector j
    expect(body.detail).toContain('2028');
  });
});

describe('a result', () => {
  it('is late when its date lies after the due date, whatever the hour', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await admin.post('/admin/clock', { now: '2026-05-05T01:00:00.000Z' });

    const { body } = await (await server.as('chuyenvien')).post(`/dossiers/${code}/finish`, {
      outcome: 'granted',
    });

    expect(body.timeliness).toBe('late'); // DL23
  });
});
