import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { walkTo } from '../support/walk.ts';

/** Monday 06/07/2026, 09:00 in Việt Nam. */
const MONDAY = '2026-07-06T02:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let citizen: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer({ now: MONDAY });
  [counter, citizen, admin] = (await Promise.all(
    ['motcua', 'congdan', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient];
});
beforeEach(() => admin.post('/admin/clock', { now: MONDAY }));
afterAll(() => server.close());

/** Changes a sample procedure's policies for what is taken in from now on. */
async function setPolicies(code: string, policies: object): Promise<void> {
  const { body } = await admin.get(`/procedures/${code}`);
  const { name, field, unit, receivingUnits, timeLimit, fees, components, form, result, samples } = body;
  const { status } = await admin.put(`/procedures/${code}`, {
    ...{ name, field, unit, receivingUnits, timeLimit, fees, components, form, result, samples },
    policies: { ...body.policies, ...policies },
  });
  expect(status).toBe(200);
}

const takeIn = async (procedure = HOUSE_PERMIT) =>
  (await counter.post('/dossiers', await buildApplication(counter, procedure))).body;
const events = async (code: string, type: string) =>
  (await counter.get(`/dossiers/${code}/history`)).body.items.filter(
    (event: { type: string }) => event.type === type,
  );

describe('from when the limit counts (DL30)', () => {
  beforeEach(() => setPolicies(HOUSE_PERMIT, { startsWhen: 'paid' }));
  afterAll(() => setPolicies(HOUSE_PERMIT, { startsWhen: 'received' }));

  it('is the payment where the procedure says so: nothing is promised before', async () => {
    const taken = await takeIn();
    expect([taken.status.key, taken.dueAt, taken.clock.state]).toEqual([
      'accepted',
      undefined,
      'not-started',
    ]);
    await admin.post('/admin/clock', { now: '2026-07-08T02:00:00.000Z' });

    const { status, body } = await counter.post(`/dossiers/${taken.code}/pay`, {
      method: 'cash',
      reference: 'BL-01',
      amount: 75_000,
    });

    expect(status).toBe(200);
    // fifteen days from Wednesday 08/07
    expect([body.clock.state, body.dueAt]).toEqual(['running', '2026-07-23T10:00:00.000Z']);
    expect(body.originalDueAt).toBe(body.dueAt);
  });

  it('is still the payment when the work has begun meanwhile', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');

    const { body } = await counter.post(`/dossiers/${code}/pay`, {
      method: 'cash',
      reference: 'BL-02',
      amount: 75_000,
    });

    expect(body.dueAt).toBe('2026-07-21T10:00:00.000Z');
  });
});

describe('a procedure with another limit online (DL28)', () => {
  afterAll(() => setPolicies(HOUSE_PERMIT, { onlineTimeLimit: undefined }));

  it('promises each channel its own date', async () => {
    await setPolicies(HOUSE_PERMIT, { onlineTimeLimit: { amount: 5, unit: 'working-days' } });
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;

    const { body: online } = await counter.post(`/dossiers/${code}/accept`, {});
    const direct = await takeIn();

    expect([online.dueAt, direct.dueAt]).toEqual(['2026-07-13T02:00:00.000Z', '2026-07-21T10:00:00.000Z']);
  });
});

describe('a procedure that promises no date (DL28)', () => {
  afterAll(() => setPolicies(CERTIFICATION, { appointment: 'given' }));

  it('is taken in, handled and resolved without one; no breach is ever told', async () => {
    await setPolicies(CERTIFICATION, { appointment: 'none' });
    const { code, dueAt, documents } = await takeIn(CERTIFICATION);
    await admin.post('/admin/clock', { now: '2026-08-06T02:00:00.000Z' });

    const { body } = await (await server.as('lanhdao')).post(`/dossiers/${code}/finish`, {
      outcome: 'granted',
    });

    expect([dueAt, body.status.key, body.timeliness]).toEqual([undefined, 'resolved', undefined]);
    expect(await events(code, 'overdue')).toEqual([]);
    const [receipt] = documents;
    const page = await counter.fetch(`/dossiers/${code}/documents/${receipt.name ?? receipt.id}.html`);
    expect(page.status).toBe(200);
  });
});

describe('an applicant who does not complete his dossier', () => {
  it('is reported when the time that was set is over, and the dossier may be closed (DL16, R077)', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    const specialist = await server.as('chuyenvien');
    const { body: asked } = await specialist.post(`/dossiers/${code}/request-supplement`, {
      reason: 'Thiếu bản vẽ',
      days: 15,
    });
    expect(asked.supplementDueAt).toBe('2026-07-27T10:00:00.000Z');

    await admin.post('/admin/clock', { now: '2026-07-27T10:00:01.000Z' });
    const { body } = await counter.post(`/dossiers/${code}/refuse`, { reason: 'Quá hạn bổ sung' });

    expect(await events(code, 'supplement-late')).toHaveLength(1);
    expect(body.status.key).toBe('stopped');
    expect(body.documents.map(({ kind }: { kind: string }) => kind)).toContain('stop-notice');
  });
});

describe('a dossier that stays at the counter', () => {
  it('is told to the counter and its head once the time to hand it on is over (DL08, R061)', async () => {
    const { code } = await takeIn();

    await admin.post('/admin/clock', { now: '2026-07-06T10:00:01.000Z' });

    expect(await events(code, 'transfer-late')).toMatchObject([
      { after: { dueAt: '2026-07-06T10:00:00.000Z' } },
    ]);
    await server.server.jobs.drain({ types: ['notify'] });
    const { items } = (await counter.get('/notices?unread=true')).body;
    expect(items.map(({ topic }: { topic: string }) => topic)).toContain('transfer-late');
  });
});
