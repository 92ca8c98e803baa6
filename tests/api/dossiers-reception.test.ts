import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../server/package-root.ts';
import {
  type Application,
  buildApplication,
  HOUSE_PERMIT,
  INVESTMENT,
} from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';
import { openTasks, walkTo } from '../support/walk.ts';

/** Monday 06/07/2026, 09:00 in Việt Nam. */
const MONDAY = '2026-07-06T02:00:00.000Z';

let server: TestServer;
let counter: TestClient;
let citizen: TestClient;
let admin: TestClient;
let application: Application;
beforeAll(async () => {
  server = await startServer({ now: MONDAY });
  [counter, citizen, admin] = (await Promise.all(
    ['motcua', 'congdan', 'admin'].map((username) => server.as(username)),
  )) as [TestClient, TestClient, TestClient];
  application = await buildApplication(counter, HOUSE_PERMIT);
});
beforeEach(() => admin.post('/admin/clock', { now: MONDAY }));
afterAll(() => server.close());

const kinds = ({ documents }: { documents: { kind: string }[] }) => documents.map(({ kind }) => kind);
const pageOf = async (code: string, paper: { id: string }): Promise<string> => {
  const answer = await counter.fetch(`/dossiers/${code}/documents/${paper.id}.html`);
  return answer.text();
};

describe('a reception at the counter ends in one of three ways (R049)', () => {
  const incomplete = () => ({
    ...application,
    attachments: application.attachments.filter(({ component }) => component !== 'drawings'),
  });

  it('with the receipt of a complete dossier', async () => {
    const { body } = await counter.post('/dossiers', application);

    expect([body.status.key, kinds(body)]).toEqual(['accepted', ['receipt']]);
  });

  it('with a supplement slip that names every missing paper, and no promise yet', async () => {
    const { status, body } = await counter.post('/dossiers', {
      ...incomplete(),
      outcome: 'request-supplement',
      reason: 'Thiếu bản vẽ',
      days: 5,
    });

    expect([status, body.status.key, body.dueAt, kinds(body)]).toEqual([
      201,
      'supplement_requested',
      undefined,
      ['supplement-request'],
    ]);
    expect(body.supplementDueAt).toBe('2026-07-13T10:00:00.000Z');
    const html = await pageOf(body.code, body.documents[0]);
    for (const part of ['Thiếu bản vẽ', 'bản vẽ thiết kế xây dựng']) expect(html).toContain(part);
  });

  it('gives the receipt once the dossier is complete, not before', async () => {
    const { body } = await counter.post('/dossiers', {
      ...incomplete(),
      outcome: 'request-supplement',
      reason: 'Thiếu bản vẽ',
    });
    const drawings = application.attachments.find(({ component }) => component === 'drawings');
    await counter.post(`/dossiers/${body.code}/supplement`, { attachments: [] });

    const early = await counter.post(`/dossiers/${body.code}/accept`, {});
    expect([early.status, early.body.code]).toEqual([422, 'dossier.missing-paper']);

    const { code } = (
      await counter.post('/dossiers', {
        ...incomplete(),
        outcome: 'request-supplement',
        reason: 'Thiếu bản vẽ',
      })
    ).body;
    await counter.post(`/dossiers/${code}/supplement`, { attachments: [drawings] });
    const accepted = await counter.post(`/dossiers/${code}/accept`, {});
    expect([accepted.status, accepted.body.status.key, accepted.body.code]).toEqual([200, 'accepted', code]);
  });

  it('with a refusal slip', async () => {
    const { body } = await counter.post('/dossiers', {
      ...incomplete(),
      outcome: 'refuse',
      reason: 'Không thuộc thẩm quyền',
    });

    expect([body.status.key, kinds(body)]).toEqual(['rejected_at_intake', ['refusal']]);
  });

  it('needs the reason of a slip, and leaves online dossiers to the counter', async () => {
    const bare = await counter.post('/dossiers', { ...incomplete(), outcome: 'refuse' });
    const online = await citizen.post('/dossiers', {
      ...application,
      channel: 'online',
      outcome: 'refuse',
      reason: 'x',
    });

    expect([bare.status, bare.body.code]).toEqual([422, 'dossier.intake-needs-reason']);
    expect([online.status, online.body.code]).toEqual([422, 'dossier.outcome-online']);
  });
});

describe('receiving, competent and returning unit (R063)', () => {
  it('are three: another counter of the procedure may hand the result out', async () => {
    const delivery = { method: 'counter', unit: 'ttpvhcc-tinh' };

    const { body } = await counter.post('/dossiers', { ...application, delivery });

    const { receiving, competent, returning } = body.unit;
    expect(new Set([receiving, competent, returning]).size).toBe(3);
    expect(returning).toBe('ttpvhcc-tinh');
  });

  it('cannot be a unit that has nothing to do with the procedure', async () => {
    const delivery = { method: 'counter', unit: 'cong-an-tinh' };

    const { status, body } = await counter.post('/dossiers', { ...application, delivery });

    expect([status, body.code]).toEqual([422, 'dossier.unit-cannot-return']);
  });
});

describe('hints on duplicates', () => {
  const ask = async (applicant: object, procedure = HOUSE_PERMIT): Promise<string[]> => {
    const { body } = await counter.post('/dossiers/duplicates', { procedure, applicant });
    return body.items.map(({ code }: { code: string }) => code);
  };
  const person = { fullName: 'Đặng Thị Ánh (mẫu)', identifier: '089190000123' };

  it('find the open dossiers of the same person in the same procedure', async () => {
    const { code } = (
      await counter.post('/dossiers', { ...application, applicant: { ...application.applicant, ...person } })
    ).body;

    expect(await ask({ fullName: 'dang thi anh (mau)' })).toEqual([code]);
    expect(await ask(person)).toEqual([code]);
    expect(await ask({ ...person, identifier: '089190000999' })).toEqual([]);
    expect(await ask(person, INVESTMENT)).toEqual([]);
  });

  it('are not for citizens', async () => {
    const { status } = await citizen.post('/dossiers/duplicates', {
      procedure: HOUSE_PERMIT,
      applicant: person,
    });

    expect(status).toBe(403);
  });
});

describe('several dossiers of one applicant', () => {
  it('are taken in one after the other, each with its own code, and found by his name', async () => {
    const applicant = { ...application.applicant, fullName: 'Trịnh Văn Sáu (mẫu)' };
    const other = await buildApplication(counter, INVESTMENT);

    const codes = [];
    for (const body of [application, application, other]) {
      codes.push((await counter.post('/dossiers', { ...body, applicant })).body.code);
    }

    const { body } = await counter.get('/dossiers?q=trinh%20van%20sau');
    expect(body.items.map(({ code }: { code: string }) => code).sort()).toEqual(codes.sort());
  });
});

describe('the time that agencies have had a dossier', () => {
  it('is a sub-total of working time for each, without what the applicant was waited for (R019)', async () => {
    const { code } = (await counter.post('/dossiers', application)).body;
    await admin.post('/admin/clock', { now: '2026-07-06T04:00:00.000Z' }); // two hours at the counter
    await walkTo(server, code, 'ThamDinh');
    const leader = await server.as('lanhdao');
    await leader.post(`/dossiers/${code}/suspend`, { reason: 'Chờ' });
    await admin.post('/admin/clock', { now: '2026-07-08T02:00:00.000Z' });
    await leader.post(`/dossiers/${code}/resume`, {});
    await admin.post('/admin/clock', { now: '2026-07-08T03:30:00.000Z' });

    const { body } = await counter.get(`/dossiers/${code}/time`);

    expect(body.items[0]).toMatchObject({
      unit: 'ttpvhcc-long-xuyen',
      steps: 1,
      open: 0,
      late: 0,
      minutes: 120,
    });
    const [task] = await openTasks(server, code);
    expect(body.items.find(({ unit }: { unit: string }) => unit === task.unit)).toMatchObject({
      open: 1,
      minutes: 90,
    });
    // counter and office of one commune
    expect(body.agencies).toMatchObject([{ unit: 'ubnd-long-xuyen', open: 1, minutes: 210 }]);
  });
});

describe('an agency that is consulted and late', () => {
  const people: { username: string; unit: string; role: string }[] = JSON.parse(
    readFileSync(join(packageRoot(), 'seeds/an-giang/people.json'), 'utf8'),
  ).flatMap((each: { username: string; unit?: string; roles: string[]; positions?: object[] }) => [
    ...each.roles.map((role) => ({ username: each.username, unit: each.unit, role })),
    ...(each.positions ?? []).map((position) => ({ username: each.username, ...position })),
  ]);

  /** Completes whatever is open, as whoever it is for, until a unit has a step. */
  async function walkToUnit(code: string, unit: string) {
    for (;;) {
      const tasks: { id: string; unit: string; role: string; dueAt: string }[] = await openTasks(
        server,
        code,
      );
      const wanted = tasks.find((task) => task.unit === unit);
      if (wanted) return wanted;
      const [task] = tasks;
      const doer = people.find((each) => each.unit === task!.unit && each.role === task!.role);
      const client = await server.as(doer!.username);
      const { body } = await client.get(`/tasks/${task!.id}`);
      const { status } = await client.post(`/tasks/${task!.id}/complete`, { output: body.sample });
      expect(status).toBe(200);
    }
  }

  it('is reported to its head, the lead unit and the head of the counter (R014, DL18)', async () => {
    const { code } = (await counter.post('/dossiers', await buildApplication(counter, INVESTMENT))).body;
    const task = await walkToUnit(code, 'so-xay-dung');

    await admin.post('/admin/clock', { now: new Date(Date.parse(task.dueAt) + 1000).toISOString() });

    const { body } = await counter.get(`/dossiers/${code}/history`);
    const told = body.items.filter(({ type }: { type: string }) => type === 'consultation-overdue');
    expect(told.map(({ after }: { after: { unit: string } }) => after.unit)).toContain('so-xay-dung');
    await server.server.jobs.drain({ types: ['notify'] });
    for (const head of ['giamdoc.stc', 'lanhdao.tinh']) {
      const { items } = (await (await server.as(head)).get('/notices?unread=true')).body;
      expect(items.map(({ topic }: { topic: string }) => topic)).toContain('consultation-overdue');
    }
  });
});
