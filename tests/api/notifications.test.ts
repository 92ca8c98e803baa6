import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Notice } from '../../server/contract/notices.ts';
import { buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { type SmtpListener, smtpListener } from '../support/smtp-listener.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { openTasks, walkTo } from '../support/walk.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam; a house permit is due on Monday 04/05/2026, 17:00. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let mail: SmtpListener;
let counter: TestClient;
let specialist: TestClient;
let leader: TestClient;
let citizen: TestClient;
let admin: TestClient;
beforeAll(async () => {
  mail = await smtpListener();
  server = await startServer({ now: FRIDAY, smtp: { url: mail.url, from: 'Một cửa <motcua@example.vn>' } });
  [counter, specialist, leader, citizen, admin] = (await Promise.all(
    ['motcua', 'chuyenvien', 'lanhdao', 'congdan', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient, TestClient, TestClient];
});
beforeEach(() => admin.post('/admin/clock', { now: FRIDAY }));
afterAll(async () => {
  await server.close();
  await mail.close();
});

/** When it answers, whoever had to be told has been told. */
const settle = () => admin.post('/admin/clock', { advance: 'PT0S' });

async function takeIn(changes: Record<string, unknown> = {}, client = counter): Promise<string> {
  const application = await buildApplication(client, HOUSE_PERMIT);
  const { body } = await client.post('/dossiers', {
    ...application,
    ...changes,
    applicant: { ...application.applicant, email: 'nguoinop@example.vn' },
  });
  return body.code;
}

async function noticesOf(client: TestClient, code: string): Promise<Notice[]> {
  await settle();
  const { body } = await client.get('/notices?limit=200');
  return body.items.filter(({ dossier }: Notice) => dossier === code);
}

const topics = (notices: Notice[]): string[] => notices.map(({ topic }) => topic);

describe('notices to staff', () => {
  it('tell whoever does a step that it waits for him', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    const [task] = await openTasks(server, code);

    const told = await noticesOf(specialist, code);

    expect(told.find(({ task: told }) => told === task.id)).toMatchObject({
      topic: 'task-opened',
      title: 'Việc mới',
    });
  });

  it('tell nobody what he has done himself', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');

    await counter.post(`/dossiers/${code}/suspend`, { reason: 'Chờ xác minh' });

    expect(topics(await noticesOf(counter, code))).not.toContain('suspended');
  });

  it('tell the counter that a supplement was asked for and that the result is ready', async () => {
    const code = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await specialist.post(`/dossiers/${code}/request-supplement`, { reason: 'Thiếu bản vẽ móng' });
    await counter.post(`/dossiers/${code}/supplement`, {});
    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    const told = await noticesOf(counter, code);

    expect(topics(told)).toEqual(expect.arrayContaining(['supplement-requested', 'resolved']));
    expect(told.find(({ topic }) => topic === 'supplement-requested')?.text).toContain('Thiếu bản vẽ móng');
  });

  it('warn the handler and the head before and after the due date', async () => {
    const code = await takeIn();

    await admin.post('/admin/clock', { now: '2026-05-04T10:00:01.000Z' });

    expect(topics(await noticesOf(leader, code))).toEqual(
      expect.arrayContaining(['delay-foreseen', 'overdue']),
    ); // R091, R097
  });

  it('speak English to those who ask for it', async () => {
    const code = await takeIn({ channel: 'online' }, citizen);
    await settle();

    const { body } = await counter.get('/notices?limit=200', { 'accept-language': 'en' });

    expect(body.items.find(({ dossier }: Notice) => dossier === code)).toMatchObject({
      title: 'New online dossier',
    });
  });

  it('count as unread until they are read, by their owner only', async () => {
    const code = await takeIn({ channel: 'online' }, citizen);
    const [notice] = await noticesOf(counter, code);
    const before = (await counter.get('/notices?unread=true&limit=1')).body.unread;

    await specialist.post('/notices/read', { ids: [notice!.id] });
    const { body } = await counter.post('/notices/read', { ids: [notice!.id] });

    expect(body.unread).toBe(before - 1);
    expect((await counter.post('/notices/read', {})).body.unread).toBe(0);
    expect((await counter.get('/notices?unread=true')).body.items).toEqual([]);
  });
});

describe('messages to applicants', () => {
  it('say at each change which agency and person handle it and when it is due', async () => {
    const arriving = mail.next();
    const code = await takeIn();

    const letter = await arriving;

    expect(letter).toMatchObject({ from: 'motcua@example.vn', to: 'nguoinop@example.vn' });
    const { body } = await counter.get(`/dossiers/${code}/messages`);
    expect(body.items[0]).toMatchObject({ channel: 'email', subject: expect.stringContaining(code) });
    expect(body.items[0].text).toContain('Hẹn trả kết quả: 17:00 ngày 04/05/2026'); // R135
    expect(body.items[0].text).toContain('Người thực hiện: Cán bộ Một cửa (mẫu)');
    expect(body.items[0].text).toContain(`/tra-cuu/${code}`);
  });

  it('tell the citizen in his account too when his dossier is accepted', async () => {
    const code = await takeIn({ channel: 'online' }, citizen);
    await counter.post(`/dossiers/${code}/accept`, {});

    const [notice, ...further] = await noticesOf(citizen, code);

    expect([notice!.topic, further]).toEqual(['accepted', []]); // R095
    expect(notice!.text).toContain(
      'UBND phường Long Xuyên (mẫu); người thực hiện: Cán bộ Một cửa (mẫu), lúc 10:00 ngày 17/04/2026; tiếp nhận: 10:00 ngày 17/04/2026; hẹn trả kết quả: 17:00 ngày 04/05/2026.',
    ); // R135
  });

  it('name no date where none was promised, and the counter while it has the dossier (R135)', async () => {
    const code = await takeIn({ channel: 'online' }, citizen);
    await counter.post(`/dossiers/${code}/request-supplement`, { reason: 'Thiếu bản vẽ móng' });

    const [notice] = await noticesOf(citizen, code);

    expect(notice!.text).toMatch(
      /Trung tâm Phục vụ hành chính công .*; tiếp nhận: 10:00 ngày 17\/04\/2026\.$/,
    );
  });

  it('confirm a supplement that the applicant brought before the receipt (R135)', async () => {
    const code = await takeIn({ channel: 'online' }, citizen);
    await counter.post(`/dossiers/${code}/request-supplement`, { reason: 'Thiếu bản vẽ móng' });
    await counter.post(`/dossiers/${code}/supplement`, {});

    expect(topics(await noticesOf(citizen, code))).toContain('supplemented');
  });

  it('are one a change, whoever repeats the job', async () => {
    const code = await takeIn();
    await settle();
    await settle();

    const { body } = await counter.get(`/dossiers/${code}/messages`);

    expect(body.items).toHaveLength(1);
  });

  it('are recorded as text messages for somebody who left a telephone number only', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const { email: _email, ...applicant } = application.applicant;
    const { body: dossier } = await counter.post('/dossiers', {
      ...application,
      applicant: { ...applicant, phone: '0900000000' },
    });
    await settle();

    const { body } = await counter.get(`/dossiers/${dossier.code}/messages`);

    expect(body.items).toMatchObject([{ channel: 'sms', to: '0900000000', state: 'recorded' }]);
  });

  it('that the mail server refuses for good are shown to the administrator, who sends them anew', async () => {
    mail.refuse(550, 1);
    await takeIn();
    await server.server.jobs.drain();
    const { body: dead } = await admin.get('/admin/jobs?state=dead');
    expect(dead.items).toMatchObject([{ type: 'message.send', state: 'dead', attempts: 1 }]);
    const arriving = mail.next();

    const { status } = await admin.post(`/admin/jobs/${encodeURIComponent(dead.items[0].id)}/retry`);

    expect(status).toBe(200);
    expect(await arriving).toMatchObject({ to: 'nguoinop@example.vn' });
    expect((await admin.get('/admin/jobs')).body.items).toEqual([]);
  });

  it('that the mail server puts off are sent later', async () => {
    mail.refuse(451, 1);
    const code = await takeIn();
    await server.server.jobs.drain();
    const before = (await counter.get(`/dossiers/${code}/messages`)).body.items;

    await admin.post('/admin/clock', { advance: 'PT2M' });
    await server.server.jobs.drain();

    const after = (await counter.get(`/dossiers/${code}/messages`)).body.items;
    expect([before[0].state, after[0].state]).toEqual(['waiting', 'sent']);
  });
});

describe('jobs that were given up', () => {
  it("are the administrator's business", async () => {
    expect((await counter.get('/admin/jobs')).status).toBe(403);
  });

  it('are not tried anew when they do not exist or were not given up', async () => {
    const { status, body } = await admin.post('/admin/jobs/khong-co/retry');

    expect([status, body.code]).toEqual([404, 'job.not-found']);
  });
});
