import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BULK_JOB } from '../../server/dossiers/bulk/step-job.ts';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, walkTo } from '../support/walk.ts';

/** Friday 05/06/2026, 09:00 in Việt Nam: fifteen days end on Saturday 20/06, so it is due on Monday 22/06, 17:00. */
const FRIDAY = '2026-06-05T02:00:00.000Z';
const DUE = '2026-06-22T10:00:00.000Z';
const TUESDAY = '2026-06-23T10:00:00.000Z';
const DAY_OFF = { date: '2026-06-22', name: 'Ngày nghỉ theo thông báo', kind: 'holiday', source: 'TB 12/TB' };

let server: TestServer;
let office: TestClient;
let counter: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  [office, counter, admin] = (await Promise.all(
    ['vanphong', 'motcua', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient];
});
afterAll(() => server.close());

const takeIn = async (procedure = HOUSE_PERMIT): Promise<string> =>
  (await counter.post('/dossiers', await buildApplication(counter, procedure))).body.code;
const read = async (code: string) => (await counter.get(`/dossiers/${code}`)).body;
const events = async (code: string, type: string) =>
  (await counter.get(`/dossiers/${code}/history`)).body.items.filter(
    (event: { type: string }) => event.type === type,
  );

/** The calendar of 2026 as it is seeded, with further days. */
async function enter(...further: object[]): Promise<void> {
  const { body } = await admin.get('/calendar?year=2026');
  const known = body.exceptions.filter(({ name }: { name: string }) => name !== DAY_OFF.name);
  const exceptions = [...known, ...further];
  expect((await office.put('/calendar/2026', { ...body, exceptions, decidedBy: 'TB 12/TB' })).status).toBe(
    200,
  );
}

async function preview(body: object = {}) {
  const { status, body: started } = await office.post('/calendar/recounts', body);
  expect(status).toBe(201);
  await server.server.jobs.drain({ types: [BULK_JOB] });
  return (await office.get(`/bulk-runs/${started.id}`)).body;
}

const rowsOf = async (id: string, query = '') =>
  (await office.get(`/bulk-runs/${id}/rows?limit=200${query}`)).body.items;

async function approve(id: string) {
  const answer = await office.post(`/bulk-runs/${id}/approve`, {
    reason: 'Lịch nghỉ thay đổi',
    decision: 'TB 12/TB-BNV',
  });
  await server.server.jobs.drain({ types: [BULK_JOB] });
  return answer;
}

describe('a holiday that is announced while dossiers run', () => {
  beforeEach(() => enter());

  it('leaves every promise as it is until somebody approves the recount', async () => {
    const code = await takeIn();

    await enter(DAY_OFF);

    expect((await read(code)).dueAt).toBe(DUE);
  });

  it('is previewed dossier by dossier, with both dates and the reason', async () => {
    const code = await takeIn();
    const certificate = await takeIn(CERTIFICATION);
    await enter(DAY_OFF);

    const run = await preview();

    expect(run).toMatchObject({ kind: 'recount', state: 'previewed', abilities: ['approve', 'cancel'] });
    expect(run.startedBy.name).toContain('Văn phòng');
    const rows = await rowsOf(run.id);
    expect(rows.find((row: { code: string }) => row.code === certificate)).toBeUndefined();
    expect(rows.find((row: { code: string }) => row.code === code)).toMatchObject({
      state: 'waiting',
      recount: {
        isPaused: false,
        due: { before: DUE, after: TUESDAY },
        days: [{ date: '2026-06-22', name: DAY_OFF.name, change: 'off' }],
        reason: '22/06/2026 (Ngày nghỉ theo thông báo) nay là ngày nghỉ',
      },
    });
    expect((await read(code)).dueAt).toBe(DUE);
  });

  it('moves the due date when approved: explained, in the history, in the audit trail, told to the applicant', async () => {
    const code = await takeIn();
    await enter(DAY_OFF);
    const run = await preview();

    await approve(run.id);

    const after = (await office.get(`/bulk-runs/${run.id}`)).body;
    expect(after).toMatchObject({
      state: 'done',
      decision: 'TB 12/TB-BNV',
      counts: { waiting: 0, skipped: 0 },
    });
    expect(after.counts.done).toBe(run.counts.concerned);
    const dossier = await read(code);
    expect([dossier.dueAt, dossier.originalDueAt]).toEqual([TUESDAY, DUE]);
    const said = dossier.clock.explain.map(({ text }: { text: string }) => text).join('\n');
    expect(said).toContain('Tính lại theo lịch làm việc đã thay đổi');
    expect(said).toContain('Lịch nghỉ thay đổi (TB 12/TB-BNV)');
    expect(await events(code, 'recounted')).toMatchObject([
      { actor: { kind: 'user' }, reason: 'Lịch nghỉ thay đổi (TB 12/TB-BNV)' },
    ]);
    expect(await events(code, 'due-changed')).toHaveLength(2);
    const { items } = (await admin.get('/audit?what=dossier.recount')).body;
    expect(items.map(({ subject }: { subject: string }) => subject)).toContain(code);
    await server.server.jobs.drain({ types: ['notify'] });
    const messages = (await counter.get(`/dossiers/${code}/messages`)).body.items;
    expect(messages.at(-1).subject).toContain('Thay đổi ngày hẹn trả kết quả'); // R095
  });

  it('moves open steps on with it, and the watch', async () => {
    const code = await takeIn();
    await completeOpen(server, code);
    const [task] = (await read(code)).openTasks;
    const day = task.dueAt.slice(0, 10);
    await enter({ ...DAY_OFF, date: day });
    const run = await preview();

    await approve(run.id);

    const [row] = (await rowsOf(run.id)).filter((each: { code: string }) => each.code === code);
    expect(row.recount.tasks).toMatchObject([{ before: task.dueAt }]);
    expect((await read(code)).openTasks[0].dueAt).toBe(row.recount.tasks[0].after);
    expect(row.recount.tasks[0].after > task.dueAt).toBe(true);
  });

  it('concerns those that wait too, whose date moves on with the wait', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await counter.post(`/dossiers/${code}/suspend`, { reason: 'Chờ kết luận' });
    await enter(DAY_OFF);
    const run = await preview();

    await approve(run.id);

    const rows = await rowsOf(run.id);
    expect(rows.find((row: { code: string }) => row.code === code).recount.isPaused).toBe(true);
    const { body } = await counter.post(`/dossiers/${code}/resume`, {});
    expect(body.dueAt).toBe(TUESDAY);
  });

  it('skips what was resolved between the look and the approval', async () => {
    const code = await takeIn();
    await enter(DAY_OFF);
    const run = await preview();
    await (await server.as('lanhdao')).post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    await approve(run.id);

    const skipped = await rowsOf(run.id, '&state=skipped');
    expect(skipped).toMatchObject([{ code, problem: 'dossier.nothing-to-recount' }]);
  });

  it('is done once: a second approval is refused, a second recount finds nothing', async () => {
    await takeIn();
    await enter(DAY_OFF);
    const run = await preview();
    await approve(run.id);

    const again = await approve(run.id);
    const second = await preview();

    expect([again.status, again.body.code]).toEqual([409, 'bulk.not-possible-now']);
    expect(second.counts.concerned).toBe(0);
  });

  it('may be called off, and nothing changes', async () => {
    const code = await takeIn();
    await enter(DAY_OFF);
    const run = await preview();

    const { body } = await office.post(`/bulk-runs/${run.id}/cancel`, {});

    expect([body.state, body.abilities]).toEqual(['cancelled', []]);
    expect((await read(code)).dueAt).toBe(DUE);
  });

  it('of one unit looks at what its counter took in', async () => {
    await takeIn();
    await enter(DAY_OFF);

    const other = await preview({ unit: 'ttpvhcc-tinh' });
    const unknown = await office.post('/calendar/recounts', { unit: 'khong-co' });

    expect([other.unit, other.counts.concerned]).toEqual(['ttpvhcc-tinh', 0]);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'dossier.unknown-unit']);
  });
});

describe('the list of changes of the calendar', () => {
  it('names who changed what, on which ground', async () => {
    await enter();
    await admin.post('/admin/clock', { advance: 'PT1M' });
    await enter(DAY_OFF);

    const { body } = await counter.get('/calendar/changes');

    expect(body.items[0]).toMatchObject({
      year: 2026,
      decidedBy: 'TB 12/TB',
      days: [{ date: '2026-06-22', name: DAY_OFF.name, change: 'off' }],
    });
  });
});

describe('a recount', () => {
  it('is the provincial office’s business', async () => {
    const { body: run } = await office.post('/calendar/recounts', {});

    const started = await counter.post('/calendar/recounts', {});
    const seen = await counter.get(`/bulk-runs/${run.id}`);
    const listed = await counter.get('/bulk-runs');
    const approved = await counter.post(`/bulk-runs/${run.id}/approve`, { reason: 'Tôi muốn' });

    expect(started.status).toBe(403);
    expect([seen.status, approved.status, listed.body.items]).toEqual([404, 404, []]);
  });

  it('needs a reason', async () => {
    const run = await preview();

    const { status } = await office.post(`/bulk-runs/${run.id}/approve`, { reason: ' ' });

    expect(status).toBe(422);
  });
});
