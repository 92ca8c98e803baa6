import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

/** Friday 17/04/2026, 10:00 in Việt Nam. */
const FRIDAY = '2026-04-17T03:00:00.000Z';

let server: TestServer;
let counter: TestClient;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY });
  counter = await server.as('motcua');
});
afterAll(() => server.close());

describe('taking in at the counter', () => {
  it('answers with code, receipt, due date and the first task', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);

    const { status, body, headers } = await counter.post('/dossiers', application);

    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/dossiers/${body.code}`);
    // R055; domain 3.1: unit, date of reception, number of the day
    expect(body.code).toMatch(/^H01(\.[A-Z0-9]{1,3})*-260417-\d{4}$/);
    expect(body.status).toEqual({ code: 2, key: 'accepted', label: 'Được tiếp nhận' });
    expect(body.documents).toMatchObject([{ kind: 'receipt' }]); // R056
    expect(body.tasks).toMatchObject([{ element: 'TiepNhan', role: 'counter' }]);
  });

  it('promises the result on Monday 04/05 when fifteen calendar days end on a Saturday', async () => {
    const { body } = await counter.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));

    // DL03, vector k: Fri 17/04 + 15 days = Sat 02/05 -> Mon 04/05, close of office
    expect(body.dueAt).toBe('2026-05-04T10:00:00.000Z');
    expect(body.originalDueAt).toBe(body.dueAt);
    expect(body.clock.state).toBe('running');
    expect(body.clock.explain.map(({ text }: { text: string }) => text).join('\n')).toContain(
      'thứ Bảy 02/05/2026',
    );
  });

  it('gives consecutive codes to clerks who take in at the same moment', async () => {
    const application = await buildApplication(counter, CERTIFICATION);

    const answers = await Promise.all(
      Array.from({ length: 12 }, () => counter.post('/dossiers', application)),
    );

    const numbers = answers.map(({ body }) => Number(body.code.slice(-4))).sort((a, b) => a - b);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual(numbers.map((_, index) => index));
  });

  it('numbers the receipts of a year without gaps, in the ledger too', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);

    const first = (await counter.post('/dossiers', application)).body;
    const second = (await counter.post('/dossiers', application)).body;

    // R067
    const numberOf = (dossier: { documents: { number: string }[] }) =>
      Number.parseInt(dossier.documents[0]!.number, 10);
    expect(numberOf(second)).toBe(numberOf(first) + 1);
  });
});

describe('the application that is kept', () => {
  it('has no hidden fields, and sums that were worked out here', async () => {
    const application = await buildApplication(counter, CERTIFICATION);
    const form = { ...application.form, copyForm: 'paper', copyEmail: 'a@b.example', totalCopies: 99 };

    const { status, body } = await counter.post('/dossiers', { ...application, form });

    expect(status).toBe(201);
    expect(body.form).not.toHaveProperty('copyEmail');
    expect(body.form.totalCopies).toBe(5);
  });
});

describe('refusing what is not complete', () => {
  it('names every required paper that is missing', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const attachments = application.attachments.filter(({ component }) => component !== 'drawings');

    const { status, body } = await counter.post('/dossiers', { ...application, attachments });

    expect(status).toBe(422); // R049
    expect(body.code).toBe('dossier.missing-paper');
    expect(body.detail).toContain('bản vẽ thiết kế xây dựng');
  });

  it('points at the field of the form that is wrong', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const form = { ...application.form, ownerIdentifier: '12' };

    const { status, body } = await counter.post('/dossiers', { ...application, form });

    expect(status).toBe(422); // R034
    expect(body.code).toBe('dossier.wrong-form');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/form/ownerIdentifier');
  });

  it('tells English readers in English', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);

    const { body } = await counter.post(
      '/dossiers',
      { ...application, form: {} },
      { 'accept-language': 'en' },
    );

    expect(body.title).toBe('The form is not right');
  });

  it('refuses a file that was never uploaded', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const attachments = [...application.attachments, { name: 'anh.pdf', sha256: 'a'.repeat(64) }];

    const { status, body } = await counter.post('/dossiers', { ...application, attachments });

    expect([status, body.code]).toEqual([422, 'dossier.unknown-attachment']);
  });

  it('refuses a procedure that does not exist', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT, { procedure: '9.999999' });

    const { status, body } = await counter.post('/dossiers', application);

    expect([status, body.code]).toEqual([404, 'procedure.not-found']);
  });

  it('refuses people who do not hold a counter', async () => {
    const specialist = await server.as('chuyenvien');

    const { status } = await specialist.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));

    expect(status).toBe(403);
  });

  it('requires a session', async () => {
    const { status } = await server.anonymous.post('/dossiers', {});

    expect(status).toBe(401);
  });

  it('takes no number for what it refuses', async () => {
    const application = await buildApplication(counter, CERTIFICATION);
    const before = (await counter.post('/dossiers', application)).body.code;
    await counter.post('/dossiers', { ...application, attachments: [] });

    const after = (await counter.post('/dossiers', application)).body.code;

    expect(Number(after.slice(-4))).toBe(Number(before.slice(-4)) + 1);
  });
});

describe('entering after an incident', () => {
  const backdated = { receivedAt: '2026-04-15T02:00:00.000Z', reason: 'Mất điện từ 09 giờ ngày 15/4' };

  it('counts from the true reception, and keeps time, reason and person', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);

    const { status, body } = await counter.post('/dossiers', { ...application, backdated });

    expect(status).toBe(201); // R168, DL26: the incident suspends nothing
    expect(body.receivedAt).toBe(backdated.receivedAt);
    expect(body.code).toContain('-260415-');
    expect(body.dueAt).toBe('2026-05-04T10:00:00.000Z'); // fifteen days from 15/4 end on a holiday
    expect(body.backdated).toEqual({ enteredAt: FRIDAY, reason: backdated.reason });
    const { items } = (await counter.get(`/dossiers/${body.code}/history`)).body;
    const told = items.find(({ type }: { type: string }) => type === 'backdated');
    expect(told).toMatchObject({ at: FRIDAY, reason: backdated.reason, actor: { kind: 'user' } });
  });

  it('is not for a time ahead, nor for what came online', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const ahead = { ...backdated, receivedAt: '2026-04-18T02:00:00.000Z' };
    const citizen = await server.as('congdan');

    const early = await counter.post('/dossiers', { ...application, backdated: ahead });
    const online = await citizen.post('/dossiers', { ...application, channel: 'online', backdated });

    expect([early.status, early.body.code]).toEqual([422, 'dossier.backdated-ahead']);
    expect([online.status, online.body.code]).toEqual([422, 'dossier.backdated-online']);
  });
});

describe('an Idempotency-Key', () => {
  it('makes a repetition answer the very same', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const headers = { 'idempotency-key': 'lan-nop-1' };

    const first = await counter.post('/dossiers', application, headers);
    const again = await counter.post('/dossiers', application, headers);

    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it('makes one dossier of requests that arrive together', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const headers = { 'idempotency-key': 'lan-nop-2' };

    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => counter.post('/dossiers', application, headers)),
    );

    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
  });

  it('is refused with another body', async () => {
    const application = await buildApplication(counter, HOUSE_PERMIT);
    const headers = { 'idempotency-key': 'lan-nop-3' };
    await counter.post('/dossiers', application, headers);

    const { status, body } = await counter.post('/dossiers', { ...application, setCount: 2 }, headers);

    expect([status, body.code]).toEqual([422, 'idempotency.other-body']);
  });
});

describe('filing online', () => {
  it('registers without receipt, clock or task until the counter accepts', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });

    const filed = (await citizen.post('/dossiers', application)).body;

    expect(filed.status.code).toBe(1);
    expect(filed.clock.state).toBe('not-started');
    expect([filed.dueAt, filed.tasks, filed.documents]).toEqual([undefined, [], []]);
    // R051, R057: the same code, then receipt and clock
    const accepted = (await counter.post(`/dossiers/${filed.code}/accept`, {})).body;
    expect(accepted.code).toBe(filed.code);
    expect(accepted.status.key).toBe('accepted');
    expect(accepted.dueAt).toBe('2026-05-04T10:00:00.000Z');
    expect(accepted.documents).toMatchObject([{ kind: 'receipt' }]);
    expect(accepted.tasks).toHaveLength(1);
  });

  it('lets a citizen file at no counter', async () => {
    const citizen = await server.as('congdan');

    const { status, body } = await citizen.post('/dossiers', await buildApplication(counter, HOUSE_PERMIT));

    expect([status, body.code]).toEqual([403, 'dossier.citizens-file-online']);
  });

  it('is refused at intake with a slip and a reason', async () => {
    const citizen = await server.as('congdan');
    const application = await buildApplication(counter, HOUSE_PERMIT, { channel: 'online' });
    const { code } = (await citizen.post('/dossiers', application)).body;

    const { body } = await counter.post(`/dossiers/${code}/refuse`, { reason: 'Không thuộc thẩm quyền' });

    expect(body.status.key).toBe('rejected_at_intake'); // R049
    expect(body.documents).toMatchObject([{ kind: 'refusal' }]);
    expect(body.abilities).toEqual([]);
  });
});
