import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const OFFICE = [
  { from: '07:00', to: '11:00' },
  { from: '13:00', to: '17:00' },
];
const WEEK = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };

describe('the working calendar', () => {
  let server: TestServer;
  let office: TestClient;

  beforeAll(async () => {
    server = await startServer();
    office = await server.as('vanphong');
  });
  afterAll(() => server.close());

  it('works out a due date in calendar days past the holidays, with the steps of the sum', async () => {
    const { body } = await office.post('/calendar/due', {
      from: '2026-04-17T02:00:00.000Z',
      days: 15,
      kind: 'calendar',
    });

    expect(body.dueAt.slice(0, 10)).toBe('2026-05-04');
    expect(body.explain.length).toBeGreaterThan(0);
  });

  it('counts working hours over lunch and night', async () => {
    // Wednesday 15/04/2026 16:00 + 4 h: one hour today, three tomorrow morning.
    const { body } = await office.post('/calendar/due', { from: '2026-04-15T09:00:00.000Z', hours: 4 });

    expect(body.dueAt).toBe('2026-04-16T03:00:00.000Z');
  });

  it('says that it takes hours or days, not both and not neither', async () => {
    const from = '2026-04-15T09:00:00.000Z';
    const answers = [
      await office.post('/calendar/due', { from, hours: 4, days: 1 }),
      await office.post('/calendar/due', { from }),
    ];

    for (const { status, body } of answers) {
      expect(status).toBe(422);
      expect(body.errors).toEqual([
        { pointer: '/days', code: 'custom', detail: 'Cần đúng một trong hai: days hoặc hours.' },
      ]);
    }
  });

  it('counts hours of the clock on the wall where they are asked for, and says so (DL25)', async () => {
    const { body } = await office.post('/calendar/due', {
      from: '2026-04-17T09:30:00.000Z',
      hours: 24,
      kind: 'calendar',
    });

    expect(body.dueAt).toBe('2026-04-18T09:30:00.000Z');
    expect(body.explain.map(({ text }: { text: string }) => text)).toEqual([
      'Tính liên tục 24 giờ từ 16:30 thứ Sáu 17/04/2026, kể cả ngoài giờ làm việc và ngày nghỉ.',
      'Hết hạn: 16:30 thứ Bảy 18/04/2026.',
    ]);
  });

  it('knows no hours of a unit that does not exist (R098)', async () => {
    const due = await office.post('/calendar/due', {
      from: '2026-04-15T09:00:00.000Z',
      hours: 4,
      unit: 'khong-co',
    });
    const shown = await office.get('/calendar?year=2026&unit=khong-co');
    const entered = await office.put('/calendar/2028?unit=khong-co', {
      year: 2028,
      week: WEEK,
      exceptions: [],
    });

    expect([due, shown, entered].map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [422, 'calendar.unknown-unit']),
    );
  });

  it('wants either hours or days', async () => {
    const both = await office.post('/calendar/due', { from: '2026-04-15T09:00:00.000Z', hours: 4, days: 1 });
    const none = await office.post('/calendar/due', { from: '2026-04-15T09:00:00.000Z' });

    expect([both.status, none.status]).toEqual([422, 422]);
  });

  it('does not guess in a year that nobody entered', async () => {
    const due = await office.post('/calendar/due', { from: '2031-04-15T09:00:00.000Z', days: 3 });
    const year = await office.get('/calendar?year=2031');

    expect(due.status).toBe(422);
    expect(due.body).toMatchObject({
      code: 'calendar.year-missing',
      detail: expect.stringContaining('2031'),
    });
    expect(year.status).toBe(404);
  });

  it('counts with a year from the moment it is entered, and a unit with its own hours', async () => {
    const year = {
      year: 2030,
      week: WEEK,
      exceptions: [{ date: '2030-01-01', name: 'Tết', kind: 'holiday' }],
    };
    const saturday = { ...year, week: { ...WEEK, 6: [{ from: '07:00', to: '11:00' }] }, exceptions: [] };
    await office.put('/calendar/2030', year);
    await office.put('/calendar/2030?unit=ttpvhcc-tinh', saturday);
    // Friday 04/01/2030 16:00 + 2 h
    const ask = (unit?: string) =>
      office.post('/calendar/due', { from: '2030-01-04T09:00:00.000Z', hours: 2, ...(unit ? { unit } : {}) });

    const [general, own] = [await ask(), await ask('ttpvhcc-tinh')];
    const shown = await office.get('/calendar?year=2030&unit=ttpvhcc-tinh');

    expect(general.body.dueAt).toBe('2030-01-07T01:00:00.000Z');
    expect(own.body.dueAt).toBe('2030-01-05T01:00:00.000Z');
    expect(shown.body.exceptions).toHaveLength(1);
  });

  it('refuses days of another year, days named twice and hours that overlap', async () => {
    const { status, body } = await office.put('/calendar/2029', {
      year: 2029,
      week: {
        1: [
          { from: '07:00', to: '11:00' },
          { from: '10:00', to: '12:00' },
        ],
      },
      exceptions: [
        { date: '2028-01-01', name: 'a', kind: 'holiday' },
        { date: '2029-01-01', name: 'b', kind: 'holiday' },
        { date: '2029-01-01', name: 'c', kind: 'holiday' },
      ],
    });

    expect(status).toBe(422);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual([
      '/exceptions/0/date calendar.day-of-another-year',
      '/exceptions/2/date calendar.day-named-twice',
      '/week/1 calendar.hours-overlap',
    ]);
  });

  it('proposes the holidays of a year that nobody has entered, and enters nothing', async () => {
    const { status, body } = await office.get('/calendar/proposal?year=2028');

    expect([status, body.year, body.week['6']]).toEqual([200, 2028, undefined]);
    const dates = body.exceptions.map(({ date }: { date: string }) => date);
    for (const day of ['2028-01-01', '2028-01-26', '2028-04-30', '2028-09-02']) expect(dates).toContain(day);
    expect((await office.get('/calendar?year=2028')).status).toBe(404);
  });

  it('is changed by the provincial office, not by a clerk', async () => {
    const clerk = await server.as('motcua');

    expect((await clerk.put('/calendar/2030', { year: 2030, week: WEEK, exceptions: [] })).status).toBe(403);
  });
});
