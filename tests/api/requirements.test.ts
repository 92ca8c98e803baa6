/** Core rows of the requirements of filing, handling, papers and audit that no other test shows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Application,
  buildApplication,
  CERTIFICATION,
  HOUSE_PERMIT,
} from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { completeOpen, openTasks, walkTo } from '../support/walk.ts';

/** Monday 06/07/2026, 09:00 in Việt Nam. */
const MONDAY = '2026-07-06T02:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let citizen: TestClient;
let leader: TestClient;
let admin: TestClient;
let application: Application;
beforeAll(async () => {
  server = await startServer({ now: MONDAY });
  [counter, citizen, leader, admin] = (await Promise.all(
    ['motcua', 'congdan', 'lanhdao', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient, TestClient];
  application = await buildApplication(counter, HOUSE_PERMIT);
});
afterAll(() => server.close());

const moveTo = (now: string) => admin.post('/admin/clock', { now });
const takeIn = async (changes: object = {}) =>
  (await counter.post('/dossiers', { ...application, ...changes })).body;
const file = async (changes: object = {}) =>
  (await citizen.post('/dossiers', { ...application, channel: 'online', ...changes })).body;
const read = async (code: string) => (await counter.get(`/dossiers/${code}`)).body;
const eventTypes = async (code: string): Promise<string[]> =>
  (await counter.get(`/dossiers/${code}/history`)).body.items.map(({ type }: { type: string }) => type);
const told = async (client: TestClient, code: string): Promise<string[]> => {
  await server.server.jobs.drain({ types: ['notify'] });
  const { body } = await client.get('/notices?limit=200');
  return body.items
    .filter(({ dossier }: { dossier: string }) => dossier === code)
    .map(({ topic }: { topic: string }) => topic);
};
const messagesTo = async (code: string) => {
  await server.server.jobs.drain({ types: ['notify'] });
  return (await counter.get(`/dossiers/${code}/messages`)).body.items;
};
const htmlOf = async (code: string, id: string): Promise<string> =>
  (await counter.get(`/dossiers/${code}/documents/${id}.html`)).body;

describe('filing and reception', () => {
  it('R047: keeps the channel of the filing, and apart from it the way of the return', async () => {
    const delivery = { method: 'postal', address: 'Số 2 đường mẫu' };

    const dossier = await takeIn({ delivery });

    expect([dossier.channel, dossier.delivery.method]).toEqual(['counter', 'postal']);
  });

  it('R048: has every dossier in the system, also what was received on paper outside', async () => {
    const backdated = { receivedAt: '2026-07-02T02:00:00.000Z', reason: 'Tiếp nhận lưu động tại khóm' };

    const { code } = await takeIn({ backdated });

    const { body } = await counter.get(`/dossiers?q=${code}`);
    expect(body.items).toMatchObject([{ code, receivedAt: backdated.receivedAt }]);
  });

  it('R050: answers an incomplete online dossier once, with reason and guidance, by message and in the account', async () => {
    const { code } = await file();
    const ask = () =>
      counter.post(`/dossiers/${code}/request-supplement`, {
        reason: 'Bản vẽ thiếu chữ ký',
        papers: ['Bản vẽ'],
      });

    const first = await ask();
    await citizen.post(`/dossiers/${code}/supplement`, { attachments: [] });
    const second = await ask();

    expect(first.body.documents).toMatchObject([{ kind: 'supplement-request' }]);
    expect([second.status, second.body.code]).toEqual([409, 'dossier.supplement-already-requested']);
    const message = (await messagesTo(code)).find(({ text }: { text: string }) => text.includes('bổ sung'));
    expect(message.text).toContain('Bản vẽ thiếu chữ ký');
    expect(await told(citizen, code)).toContain('supplement-requested');
  });

  it('R053: receives what is filed online after 17:00 on the next working day', async () => {
    await moveTo('2026-07-10T10:30:00.000Z'); // Friday 17:30

    const { code, receivedAt } = await file();

    expect(receivedAt).toBe('2026-07-13T00:00:00.000Z'); // DL06
    expect(code).toContain('-260713-');
    await moveTo(MONDAY);
  });

  it('R054: checks the format, confirms the filing with its time, and routes it to the counter', async () => {
    const wrong = await citizen.post('/dossiers', {
      ...application,
      channel: 'online',
      form: { ...application.form, ownerIdentifier: '12' },
    });
    const { code, receivedAt } = await file();

    expect([wrong.status, wrong.body.code]).toEqual([422, 'dossier.wrong-form']);
    expect(receivedAt).toBe(MONDAY);
    const [confirmation] = await messagesTo(code);
    expect(confirmation).toMatchObject({ subject: expect.stringContaining(code), at: MONDAY });
    expect(await told(counter, code)).toContain('filed'); // DL11, R097: at once
  });

  it('R060: prints the way of the return that the applicant chose', async () => {
    const { code } = await takeIn({ delivery: { method: 'postal', address: 'Số 2 đường mẫu' } });

    expect(await htmlOf(code, 'receipt-1')).toContain('Số 2 đường mẫu');
  });

  it('R065: keeps who files, who owns, who authorised and whose account it is apart', async () => {
    const authoriser = { fullName: 'Lê Thị Quyền (mẫu)', document: 'Giấy ủy quyền số 12 ngày 10/4/2026' };
    const submitter = { fullName: 'Phạm Văn Ủy (mẫu)', phone: '0912000111', authoriser };

    const { code } = await file({ applicant: { ...application.applicant, submitter } });

    const { applicant } = await read(code);
    expect(applicant.submitter).toEqual(submitter);
    expect(applicant.fullName).toBe(application.applicant.fullName);
    const mine = (await citizen.get('/dossiers')).body.items.map((row: { code: string }) => row.code);
    expect(mine).toContain(code);
  });

  it('R068: records handling and result of what is given at once', async () => {
    const { code } = (await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION))).body;

    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    const dossier = await read(code);
    expect(dossier.resolvedAt.slice(0, 10)).toBe(dossier.receivedAt.slice(0, 10));
    expect(await eventTypes(code)).toEqual(
      expect.arrayContaining(['dossier-filed', 'finish', 'document-issued']),
    );
  });

  it('R069: lets the counter resolve what is delegated to it', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    const [task] = await openTasks(server, code);
    const person = (await admin.get('/users?q=motcua')).body.items.find(
      ({ username }: { username: string }) => username === 'motcua',
    );
    const positions = [...person.positions, { unit: task.unit, role: task.role }];
    expect((await admin.patch(`/users/${person.id}`, { positions })).status).toBe(200);
    await leader.post(`/tasks/${task.id}/delegate`, { to: person.id, reason: 'Ủy quyền một cửa giải quyết' });

    const { body: own } = await counter.get(`/tasks/${task.id}`);
    const { status } = await counter.post(`/tasks/${task.id}/complete`, { output: own.sample });

    expect([own.assignee, status]).toEqual([person.id, 200]);
    await admin.patch(`/users/${person.id}`, { positions: person.positions });
  });
});

describe('handling and results', () => {
  it('R072: shows the status of the portal at each step, in its order', async () => {
    const { code } = await takeIn();
    await walkTo(server, code, 'ThamDinh');
    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });
    await counter.post(`/dossiers/${code}/return`, { to: 'Nguyễn Văn A (mẫu)', method: 'counter' });

    const { body } = await counter.get(`/dossiers/${code}/history`);

    const statuses = body.items.filter(({ type }: { type: string }) => type === 'status');
    expect(statuses.map(({ after }: { after: string }) => after)).toEqual([
      'accepted',
      'in_progress',
      'resolved',
      'returned',
    ]);
    expect((await read(code)).status.code).toBe(10);
  });

  it('R074: carries every transaction electronically: file, answer, hand on, decide, tell, return', async () => {
    const { code } = await file({ delivery: { method: 'electronic' } });
    await counter.post(`/dossiers/${code}/accept`, {});
    await completeOpen(server, code);
    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });
    await counter.post(`/dossiers/${code}/return`, { to: 'Nguyễn Văn A (mẫu)', method: 'electronic' });

    const { body } = await citizen.get(`/dossiers/${code}`);

    expect([body.status.key, body.delivery.method]).toEqual(['returned', 'electronic']);
    expect(await told(citizen, code)).toEqual(expect.arrayContaining(['accepted', 'resolved', 'returned']));
    // DL22, R081: told of the result before it is handed out
    const subjects = (await messagesTo(code)).map(({ subject }: { subject: string }) => subject).join('|');
    expect(subjects).toMatch(/Đã có kết quả.*Đã trả kết quả/);
  });

  it('R082: gives the result as the applicant chose, on paper at the receiving counter without a choice', async () => {
    const { delivery: none, unit } = await takeIn();
    const { delivery: chosen } = await takeIn({ delivery: { method: 'electronic' } });

    expect([none.method, chosen.method]).toEqual(['counter', 'electronic']);
    expect(unit.returning).toBe(unit.receiving);
  });

  it('R085: lets applicants act on their own dossiers and competent staff on theirs, nobody else', async () => {
    const { code } = await takeIn();
    const stranger = await server.as('chuyenvien.sct');

    const [asCitizen, asStranger, asOwner] = await Promise.all([
      citizen.post(`/dossiers/${code}/withdraw`, { reason: 'Tôi muốn rút' }),
      stranger.post(`/dossiers/${code}/suspend`, { reason: 'Tạm dừng' }),
      (await server.as('chuquytrinh')).post(`/dossiers/${code}/suspend`, { reason: 'Tạm dừng' }),
    ]);

    expect([asCitizen.status, asStranger.status, asOwner.status]).toEqual([404, 404, 403]);
  });

  it('R086: keeps an applicant’s data from units that have nothing to do with him', async () => {
    const { code } = await takeIn();
    const stranger = await server.as('chuyenvien.sct');

    expect((await stranger.get(`/dossiers/${code}`)).status).toBe(404);
    expect((await stranger.get(`/dossiers?q=${code}`)).body.items).toEqual([]);
    const lookup = JSON.stringify((await server.anonymous.get(`/public/dossiers/${code}`)).body);
    for (const secret of [application.applicant.fullName, application.applicant['identifier']]) {
      expect(lookup).not.toContain(secret);
    }
  });

  it('R098: counts with the hours of the unit that received it', async () => {
    const { body: year } = await admin.get('/calendar?year=2026');
    const saturday = { ...year, week: { ...year.week, 6: [{ from: '07:00', to: '11:00' }] }, exceptions: [] };
    await admin.put('/calendar/2026?unit=ttpvhcc-tinh', saturday);
    const due = async (unit?: string) =>
      (
        await counter.post('/calendar/due', {
          from: '2026-07-10T09:00:00.000Z', // Friday 16:00
          hours: 2,
          ...(unit && { unit }),
        })
      ).body.dueAt;

    expect([await due(), await due('ttpvhcc-tinh')]).toEqual([
      '2026-07-13T01:00:00.000Z',
      '2026-07-11T01:00:00.000Z',
    ]);
  });
});

describe('papers', () => {
  it('R100, R102: are filled from the catalogue and the application, to be read, printed and found', async () => {
    const dossier = await takeIn();

    const html = await htmlOf(dossier.code, 'receipt-1');

    for (const part of [dossier.code, dossier.procedure.name, application.applicant.fullName]) {
      expect(html).toContain(part);
    }
    expect((await counter.get(`/dossiers/${dossier.code}/documents`)).body.items).toMatchObject([
      { kind: 'receipt' },
    ]);
  });

  it('R101: are the set of the circular, each with a number of its own book', async () => {
    const { body } = await admin.get('/templates?limit=200');

    const keys = body.items.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'receipt',
        'supplement-request',
        'refusal',
        'apology',
        'extension',
        'stop-notice',
        'control-slip',
        'register',
      ]),
    );
  });
});

describe('the audit trail', () => {
  it('R127: keeps sign-in, sign-out and look-ups with time, content and address', async () => {
    const clerk = await server.as('vanthu.longxuyen');
    await clerk.get('/dossiers?q=le%20thi%20tra%20cuu');
    await clerk.delete('/session');

    const { body } = await admin.get('/audit?limit=200');

    const lines = body.items.filter(({ actorName }: { actorName: string }) =>
      actorName.startsWith('Văn thư phường'),
    );
    const whats = lines.map(({ what }: { what: string }) => what);
    expect(whats).toEqual(expect.arrayContaining(['session.begin', 'dossier.search', 'session.end']));
    expect(lines.every((line: { at: string; ip: string }) => line.at && line.ip)).toBe(true);
  });
});

describe('the ratios', () => {
  it('DL24, R089: are resolved by received, and early with on time by resolved', async () => {
    const { code } = await takeIn();
    await leader.post(`/dossiers/${code}/finish`, { outcome: 'granted' });

    const { total } = (await leader.get('/reports/resolution?from=2026-01-01&to=2026-12-31')).body;

    const { resolved, received, onTimeRate, resolutionRate } = total;
    const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
    expect(onTimeRate).toBe(percent(resolved.early + resolved.onTime, resolved.total));
    expect(resolutionRate).toBe(percent(resolved.total, received.total));
  });
});
