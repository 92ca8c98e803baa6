import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, HOUSE_PERMIT, INVESTMENT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam; a house permit is due on Monday 04/05/2026, 17:00. */
const FRIDAY = '2026-04-17T03:00:00.000Z';
const DUE = '2026-05-04T10:00:00.000Z';
/** The working day before, as the office opens: 30/04 and 01/05 are holidays, 02/05 and 03/05 a weekend. */
const DAY_BEFORE = '2026-04-29T00:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let leader: TestClient;
let admin: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  [counter, leader, admin] = (await Promise.all(
    ['motcua', 'lanhdao', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient];
});
beforeEach(() => admin.post('/admin/clock', { now: FRIDAY }));
afterAll(() => server.close());

const moveTo = (now: string) => admin.post('/admin/clock', { now });

async function takeIn(): Promise<string> {
  const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));
  return body.code;
}

const read = async (code: string) => (await counter.get(`/dossiers/${code}`)).body;

const papers = async (code: string, kind: string) =>
  (await read(code)).documents.filter((paper: { kind: string }) => paper.kind === kind);

const events = async (code: string, type: string) =>
  (await counter.get(`/dossiers/${code}/history`)).body.items.filter(
    (event: { type: string }) => event.type === type,
  );

const alarms = async (code: string) => {
  const { items } = await server.server.store
    .collection<{ payload: { dossier?: string }; nextAt: string | null }>({ name: 'jobs', indexes: [] })
    .find({ where: { type: 'deadline.watch', state: 'queued', 'payload.dossier': code } });
  return items.map(({ doc }) => doc.nextAt);
};

describe('one working day before the due date', () => {
  it('foresees the delay and drafts the extension slip, unsigned and unnumbered', async () => {
    const code = await takeIn();

    await moveTo(DAY_BEFORE);

    expect(await events(code, 'delay-foreseen')).toMatchObject([
      { at: DAY_BEFORE, actor: { kind: 'system' }, after: { dueAt: DUE } },
    ]); // R091, DL19
    expect(await papers(code, 'extension')).toMatchObject([
      {
        state: 'draft',
        number: '',
        draft: {
          // DL21: a third of fifteen days
          proposedDueAt: '2026-05-07T10:00:00.000Z',
          signer: { names: expect.arrayContaining(['Lãnh đạo UBND phường Long Xuyên (mẫu)']) },
        },
      },
    ]);
  });

  it('says nothing a minute earlier', async () => {
    const code = await takeIn();

    await moveTo('2026-04-28T23:59:00.000Z');

    expect(await events(code, 'delay-foreseen')).toEqual([]);
  });

  it('lets the extension issue the draft instead of a second slip', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);
    const [draft] = await papers(code, 'extension');

    const { body } = await leader.post(`/dossiers/${code}/extend`, {
      reason: 'Chờ ý kiến của cơ quan phối hợp',
      dueAt: draft.draft.proposedDueAt,
    });

    const slips = body.documents.filter(({ kind }: { kind: string }) => kind === 'extension');
    expect(slips).toMatchObject([{ id: draft.id, state: 'printing' }]);
    expect(slips[0].number).toMatch(/^\d+\/PGH$/);
    expect(body.dueAt).toBe(draft.draft.proposedDueAt);
  });

  it('watches the new date after an extension', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);
    const dueAt = '2026-05-07T10:00:00.000Z';
    await leader.post(`/dossiers/${code}/extend`, { reason: 'Hồ sơ phức tạp', dueAt });

    await moveTo('2026-05-07T10:00:01.000Z');

    expect(await events(code, 'overdue')).toMatchObject([{ after: { dueAt } }]);
    expect(await events(code, 'delay-foreseen')).toHaveLength(2);
  });
});

describe('when an extension is no longer possible', () => {
  it('drafts the apology instead, while there is time to send it', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);
    const dueAt = '2026-05-07T10:00:00.000Z';
    await leader.post(`/dossiers/${code}/extend`, { reason: 'Hồ sơ phức tạp', dueAt });

    await moveTo('2026-05-06T01:00:00.000Z');

    expect(await papers(code, 'apology')).toMatchObject([{ state: 'draft' }]); // R091, DL20
    expect(await papers(code, 'extension')).toMatchObject([{ number: expect.stringMatching(/PGH$/) }]);
  });

  it('drafts no extension after an outage that lasted too long for it', async () => {
    const code = await takeIn();
    const { clock, jobs } = server.server;
    clock.moveTo!(Date.parse('2026-05-04T01:00:00.000Z')); // nobody served since 17/04

    await jobs.drain({ types: ['deadline.watch'] });

    expect(await events(code, 'delay-foreseen')).toHaveLength(1);
    expect(await papers(code, 'extension')).toEqual([]);
    expect(await papers(code, 'apology')).toMatchObject([{ state: 'draft' }]);
  });

  it('voids the extension that nobody signed in time', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);
    expect(await papers(code, 'extension')).toMatchObject([{ state: 'draft' }]);

    await moveTo('2026-05-04T10:00:01.000Z');

    expect(await papers(code, 'extension')).toEqual([]);
    expect(await papers(code, 'apology')).toMatchObject([{ state: 'draft' }]);
  });
});

describe('who must sign', () => {
  it.each([
    ['the head over the counter while the dossier lies there', 0, 'UBND tỉnh An Giang (mẫu)'],
    ['the head of the resolving body once that has it', 1, 'Sở Tài chính tỉnh An Giang (mẫu)'],
  ])('is %s', async (_who, stepsDone, unitName) => {
    const { body } = await counter.post('/dossiers', await buildApplication(counter, INVESTMENT));
    for (let step = 0; step < stepsDone; step++) await completeOpen(server, body.code);

    await moveTo('2026-07-31T10:00:00.000Z');

    const [apology] = await papers(body.code, 'apology'); // R094: S2 Đ.25.1
    expect(apology.draft.signer.unitName).toBe(unitName);
  });
});

describe('past the due date', () => {
  it('drafts the apology with a new date and who must sign it', async () => {
    const code = await takeIn();

    await moveTo('2026-05-04T10:00:01.000Z');

    expect(await events(code, 'overdue')).toHaveLength(1);
    expect(await papers(code, 'apology')).toMatchObject([
      {
        state: 'draft',
        draft: { proposedDueAt: expect.any(String), signer: { unitName: expect.any(String) } },
      },
    ]); // R094
  });

  it('tells one breach once, however far the clock moves', async () => {
    const code = await takeIn();

    await moveTo('2026-05-20T10:00:00.000Z');
    await moveTo('2026-06-20T10:00:00.000Z');

    expect(await events(code, 'overdue')).toHaveLength(1);
    expect(await papers(code, 'apology')).toHaveLength(1);
    expect(await alarms(code)).toEqual([]);
  });

  it('does not tell it again when a pause shifts a due date that stays in the past', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await moveTo('2026-05-20T03:00:00.000Z');
    await leader.post(`/dossiers/${code}/suspend`, { reason: 'Chờ kết luận thanh tra' });
    await moveTo('2026-05-21T03:00:00.000Z');

    await leader.post(`/dossiers/${code}/resume`, {});
    await moveTo('2026-05-29T03:00:00.000Z');

    expect(await events(code, 'overdue')).toHaveLength(1);
    expect(await papers(code, 'apology')).toMatchObject([{ state: 'draft' }]);
  });

  it('issues the drafted apology when it is signed, and publishes it without naming the applicant in full', async () => {
    const code = await takeIn();
    await moveTo('2026-05-04T10:00:01.000Z');
    const [draft] = await papers(code, 'apology');

    const { body } = await leader.post(`/dossiers/${code}/apologise`, {
      reason: 'Hồ sơ phải xác minh thực địa lại',
      dueAt: draft.draft.proposedDueAt,
    });

    const letters = body.documents.filter(({ kind }: { kind: string }) => kind === 'apology');
    expect(letters).toMatchObject([{ id: draft.id, state: 'printing' }]);
    const { body: published } = await server.anonymous.get('/public/apologies');
    const mine = published.items.find((item: { code: string }) => item.code === code);
    expect(mine).toMatchObject({
      number: letters[0].number,
      reason: 'Hồ sơ phải xác minh thực địa lại',
      newDueAt: draft.draft.proposedDueAt,
    }); // R096
    expect(mine.applicant).toContain('**');
  });

  it('keeps what is late late: an apology moves no due date that an extension could move no more', async () => {
    const code = await takeIn();
    const promisedAt = '2026-05-06T10:00:00.000Z';
    await moveTo('2026-05-05T03:00:00.000Z');

    const { body } = await leader.post(`/dossiers/${code}/apologise`, {
      reason: 'Xác minh thực địa lại',
      dueAt: promisedAt,
    });
    await moveTo('2026-05-05T04:00:00.000Z');
    const [message] = (await counter.get(`/dossiers/${code}/messages`)).body.items.slice(-1);
    const resolved = (await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' })).body;

    expect([body.dueAt, body.promisedAt, body.timeliness]).toEqual([DUE, promisedAt, 'overdue']); // R093, DL19
    expect(message.text).toContain('cơ quan giải quyết xin lỗi và hẹn lại 17:00 ngày 06/05/2026'); // R091, R095
    expect(message.text).toContain('hẹn trả kết quả: 17:00 ngày 06/05/2026.'); // R135
    expect(resolved.timeliness).toBe('late'); // R088
  });

  it('moves the due date with an apology that comes while an extension still could (R093)', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);

    const { body } = await leader.post(`/dossiers/${code}/apologise`, {
      reason: 'Xác minh thực địa lại',
      dueAt: '2026-05-06T10:00:00.000Z',
    });

    expect([body.dueAt, body.originalDueAt]).toEqual(['2026-05-06T10:00:00.000Z', DUE]);
    expect(body.promisedAt).toBeUndefined();
  });

  it('is told of a promise that an apology made and that is broken too', async () => {
    const code = await takeIn();
    const promisedAt = '2026-05-06T10:00:00.000Z';
    await moveTo('2026-05-05T03:00:00.000Z');
    await leader.post(`/dossiers/${code}/apologise`, { reason: 'Xác minh lại', dueAt: promisedAt });

    await moveTo('2026-05-07T03:00:00.000Z');

    expect(await events(code, 'overdue')).toMatchObject([
      { after: { dueAt: DUE } },
      { after: { dueAt: promisedAt } },
    ]); // R091
    expect((await papers(code, 'apology')).map(({ state }: { state: string }) => state)).toContain('draft');
  });

  it('voids a draft when the dossier is resolved without it', async () => {
    const code = await takeIn();
    await moveTo(DAY_BEFORE);

    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    expect(await papers(code, 'extension')).toEqual([]);
    expect(await events(code, 'draft-withdrawn')).toHaveLength(1);
    expect(await alarms(code)).toEqual([]);
  });
});

describe('the alarm', () => {
  it('is cancelled by a pause and set anew when the clock runs on', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    expect(await alarms(code)).toHaveLength(1);

    await leader.post(`/dossiers/${code}/suspend`, { reason: 'Chờ kết luận thanh tra' });
    expect(await alarms(code)).toEqual([]);
    await moveTo('2026-06-01T03:00:00.000Z');
    expect(await events(code, 'overdue')).toEqual([]);

    await leader.post(`/dossiers/${code}/resume`, {});
    expect(await alarms(code)).toHaveLength(1);
  });

  it('tells a step before and after its own deadline, and forgets it once it is done', async () => {
    const code = await takeIn();
    await completeOpen(server, code);
    const [task] = await openTasks(server, code);

    await moveTo(new Date(Date.parse(task.dueAt) + 1000).toISOString());

    const told = await events(code, 'task-overdue');
    expect(told.map(({ after }: { after: { task: string } }) => after.task)).toEqual([task.id]); // R097
    expect(await events(code, 'task-due-soon')).toHaveLength(told.length);
  });
});
