import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT, INVESTMENT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestAnswer, TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam; a house permit taken in then is due Monday 04/05/2026, 17:00. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let admin: TestClient;
let counter: TestClient;
let specialist: TestClient;
let leader: TestClient;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as('admin');
  counter = await server.as('motcua');
  specialist = await server.as('chuyenvien');
  leader = await server.as('lanhdao');
});
beforeEach(() => moveTo(FRIDAY));
afterAll(() => server.close());

const moveTo = (now: string): Promise<TestAnswer> => admin.post('/admin/clock', { now });
const takeIn = async (procedure: string): Promise<string> =>
  (await counter.post('/dossiers', await buildApplication(counter, procedure))).body.code;
const examined = async (): Promise<string> => {
  const code = await takeIn(HOUSE_PERMIT);
  await walkTo(server, code, 'ThamDinh');
  return code;
};

describe('asking for a supplement after reception', () => {
  it('is possible until the last day that the procedure’s policy gives', async () => {
    const code = await examined();
    await moveTo('2026-04-29T09:00:00.000Z'); // seventh working day

    const { status } = await specialist.post(`/dossiers/${code}/request-supplement`, { reason: 'Thiếu' });

    expect(status).toBe(200);
  });

  it('is too late after it: the refusal names the rule, the day and what is possible', async () => {
    const code = await examined();
    await moveTo('2026-05-04T01:00:00.000Z');

    const { status, body } = await specialist.post(`/dossiers/${code}/request-supplement`, {
      reason: 'Thiếu',
    });

    expect([status, body.code]).toEqual([409, 'dossier.supplement-too-late']); // R075
    for (const part of ['7 ngày làm việc', 'Điều 19 khoản 4', '29/04/2026', 'Kết thúc giải quyết']) {
      expect(body.detail).toContain(part);
    }
    expect((await specialist.get(`/dossiers/${code}`)).body.abilities).not.toContain('request-supplement');
  });

  it('has no last day where the policy sets none', async () => {
    const code = await takeIn(INVESTMENT);
    await moveTo('2026-05-04T01:00:00.000Z');

    const { status } = await counter.post(`/dossiers/${code}/request-supplement`, { reason: 'Thiếu' });

    expect(status).toBe(200);
  });
});

describe('extending', () => {
  const extend = (code: string): Promise<TestAnswer> =>
    leader.post(`/dossiers/${code}/extend`, { reason: 'Khảo sát lại', dueAt: '2026-05-07T10:00:00.000Z' });

  it('is decided a working day before the due date at the latest', async () => {
    const code = await examined();
    await moveTo('2026-04-29T09:00:00.000Z'); // 30/4 and 1/5 are holidays

    expect((await extend(code)).status).toBe(200); // DL19
  });

  it('is too late on the day itself', async () => {
    const code = await examined();
    await moveTo('2026-05-04T01:00:00.000Z');

    const { status, body } = await extend(code);

    expect([status, body.code]).toEqual([409, 'dossier.extension-too-late']);
    for (const part of ['1 ngày làm việc', 'Điều 19 khoản 9', 'Xin lỗi']) expect(body.detail).toContain(part);
  });

  it('names its limits in English too', async () => {
    const code = await examined();
    await moveTo('2026-05-04T01:00:00.000Z');

    const body = { reason: 'Chậm', dueAt: '2026-05-07T10:00:00.000Z' };
    const answer = await leader.post(`/dossiers/${code}/extend`, body, { 'accept-language': 'en' });

    expect(answer.body.detail).toContain('Apologise and name a new date');
  });

  it('of a same-day procedure may be decided on the day', async () => {
    const code = await takeIn(CERTIFICATION);
    await completeOpen(server, code);

    const { status } = await leader.post(`/dossiers/${code}/extend`, {
      reason: 'Nhiều bản',
      dueAt: '2026-04-20T10:00:00.000Z',
    });

    expect(status).toBe(200); // DL09
  });
  it('of a same-day procedure is too late once it is overdue', async () => {
    const code = await takeIn(CERTIFICATION);
    const { dueAt } = (await counter.get(`/dossiers/${code}`)).body;
    await moveTo(new Date(Date.parse(dueAt) + 60_000).toISOString());

    const { status, body } = await leader.post(`/dossiers/${code}/extend`, {
      reason: 'Nhiều trang',
      dueAt: new Date(Date.parse(dueAt) + 86_400_000).toISOString(),
    });

    expect([status, body.code]).toEqual([409, 'dossier.extension-after-due']); // DL09, DL19
  });
});

describe('the deadline of a step', () => {
  it('does not outlast the promise made to the citizen, and follows when that moves', async () => {
    const code = await takeIn(CERTIFICATION);
    await moveTo('2026-04-17T08:00:00.000Z'); // 15:00: three working hours would end on Monday
    await completeOpen(server, code);
    const [before] = await openTasks(server, code);

    await leader.post(`/dossiers/${code}/extend`, { reason: 'Nhiều bản', dueAt: '2026-04-21T10:00:00.000Z' });

    const [after] = await openTasks(server, code);
    expect(before.dueAt).toBe('2026-04-17T10:00:00.000Z');
    expect(after.dueAt).toBe('2026-04-20T01:00:00.000Z');
  });
});

describe('a request to withdraw', () => {
  it('pauses the clock and says why', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;
    await counter.post(`/dossiers/${code}/accept`, {});

    const { body } = await citizen.post(`/dossiers/${code}/withdraw`, { reason: 'Đổi thiết kế' });

    expect(body.clock.state).toBe('paused');
    const lines = body.clock.explain.map(({ text }: { text: string }) => text).join('\n');
    expect(lines).toContain('đề nghị rút hồ sơ');
  });
});
