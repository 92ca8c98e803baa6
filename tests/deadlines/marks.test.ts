import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Limit, noticeDay, startClock, workingBetween } from '../../calendar/index.ts';
import { procedurePolicies } from '../../server/contract/catalogue.ts';
import { extensionNotice } from '../../server/deadlines/extension-notice.ts';
import { marksOf, type Watched } from '../../server/deadlines/watch/marks.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar({ years: [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031] });
const act = { reason: '', actor: 'motcua' };

const running = (limit: Limit, at: string, changes: Partial<Watched> = {}): Watched => ({
  status: 'in_progress',
  receivedAt: at,
  channel: 'counter',
  units: { receiving: 'mc', receivingName: '', competent: 'so', competentName: '', returning: 'mc' },
  clock: startClock({ calendar, limit, at, ...act }),
  openTasks: [],
  ...changes,
});

const task = (openedAt: string, dueAt: string): Watched['openTasks'][number] => ({
  id: 'H01-260420-0001-1',
  version: 1,
  instance: 'main',
  occurrence: '1',
  element: 'ThamDinh',
  name: 'Thẩm định',
  openedAt,
  dueAt,
  performer: {},
});

const marks = (watched: Watched, policies: object = {}) =>
  marksOf(watched, { calendar, policies: procedurePolicies.parse(policies) }).map(({ kind, at }) => [
    kind,
    at,
  ]);

const days = (amount: number): Limit => ({ amount, unit: 'working-days' });

describe('the moment at which a delay is foreseen (DL19, R091)', () => {
  it.each([
    ['five days: the morning of the day before', days(5), '2026-06-08 09:00', {}, '2026-06-12 07:00'],
    ['a weekend between: the Friday', days(5), '2026-06-15 09:00', {}, '2026-06-19 07:00'],
    [
      'another notice: that many days before',
      days(10),
      '2026-06-01 09:00',
      { extensionNoticeDays: 3 },
      '2026-06-10 07:00',
    ],
    [
      'no notice wanted: a day before all the same',
      days(5),
      '2026-06-08 09:00',
      { extensionNoticeDays: 0 },
      '2026-06-12 07:00',
    ],
    ['two days: half a day before the last one closes', days(2), '2026-06-08 07:00', {}, '2026-06-08 13:00'],
    ['one day: half the time', days(1), '2026-06-08 09:00', {}, '2026-06-08 15:00'],
    [
      'the same day: half the time',
      { amount: 1, unit: 'same-day' } as const,
      '2026-06-08 08:00',
      {},
      '2026-06-08 13:30',
    ],
  ])('%s', (_name, limit, at, policies, expected) => {
    expect(marks(running(limit, local(at)), policies)).toContainEqual(['foreseen', local(expected)]);
  });

  it('leaves half a working day to sign the extension, whatever the limit and the moment', () => {
    const instant = fc
      .integer({ min: 0, max: 6 * 365 * 24 * 60 - 1 })
      .map((minute) => new Date(Date.parse('2025-01-01T00:00:00+07:00') + minute * 60_000).toISOString());
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((amount): Limit => ({ amount, unit: 'working-days' })),
      fc.integer({ min: 4, max: 90 }).map((amount): Limit => ({ amount, unit: 'calendar-days' })),
    );
    fc.assert(
      fc.property(instant, limit, fc.integer({ min: 0, max: 3 }), (at, limit, extensionNoticeDays) => {
        const policies = procedurePolicies.parse({ extensionNoticeDays });
        const watched = running(limit, at);
        const { dueAt, countedFrom } = watched.clock!;
        const notice = extensionNotice(limit, policies);
        const foreseen = marksOf(watched, { calendar, policies }).find(({ kind }) => kind === 'foreseen')!.at;
        const last = notice > 0 ? noticeDay({ calendar, dueAt, days: notice }).closesAt : dueAt;
        const left = workingBetween({ calendar, from: foreseen, to: last });
        const toSign = Math.min(240, workingBetween({ calendar, from: countedFrom, to: last }));
        expect(left).toBeGreaterThanOrEqual(notice > 0 ? toSign : 0);
        expect(foreseen >= countedFrom).toBe(true);
      }),
    );
  });
});

describe('further marks', () => {
  const received = local('2026-06-01 09:00');

  it('come as many working days before as the procedure asks for, soonest first', () => {
    expect(marks(running(days(10), received), { reminders: [3, 5] })).toEqual([
      ['reminder', local('2026-06-08 09:00')],
      ['reminder', local('2026-06-10 09:00')],
      ['foreseen', local('2026-06-12 07:00')],
      ['overdue', '2026-06-15T02:00:00.001Z'],
    ]);
  });

  it('are one where a short limit would have several at once, and none after the foreseen one', () => {
    const told = marks(running(days(3), received), { reminders: [2, 5, 10] });

    expect(told.filter(([kind]) => kind === 'reminder')).toEqual([['reminder', local('2026-06-02 15:00')]]);
  });

  it('of a step come a working day before its own due time, or as the procedure asks', () => {
    const openTasks = [task(received, local('2026-06-05 09:00'))];
    const watched = running(days(10), received, { openTasks });
    const soon = (policies: object) =>
      marks(watched, policies).flatMap(([kind, at]) => (kind === 'task-soon' ? [at] : []));

    expect(soon({})).toEqual([local('2026-06-04 09:00')]); // R097
    expect(soon({ stepReminders: [2, 16] })).toEqual([local('2026-06-03 09:00'), local('2026-06-04 17:00')]);
    expect(soon({ stepReminders: [] })).toEqual([]);
  });

  it('tell that what was accepted has not left the counter (DL08, R061)', () => {
    const atCounter = { ...task(received, local('2026-06-05 09:00')), unit: 'mc', role: 'counter' as const };
    const accepted = { status: 'accepted' as const, acceptedAt: received };
    const late = (openTasks: Watched['openTasks']) =>
      marks(running(days(10), received, { ...accepted, openTasks })).filter(
        ([kind]) => kind === 'transfer-late',
      );

    expect(late([atCounter])).toEqual([['transfer-late', '2026-06-01T10:00:00.001Z']]);
    expect(late([{ ...atCounter, unit: 'so', role: 'specialist' }])).toEqual([]);
  });

  it('tell that an applicant has not completed his dossier in time (DL16, R077)', () => {
    const hold = {
      operation: 'request-supplement' as const,
      at: received,
      actor: 'chuyenvien',
      until: local('2026-06-05 17:00'),
    };
    const waiting = running(days(10), received, { status: 'supplement_requested', hold });

    expect(marks({ ...waiting, clock: { ...waiting.clock!, state: 'paused' } })).toEqual([
      ['supplement-late', '2026-06-05T10:00:00.001Z'],
    ]);
  });

  it.each([
    ['an online dossier within eight hours (DL10, R051)', 'online' as const],
    ['a paper dossier that lacks something within a day (DL12, R052)', 'counter' as const],
  ])('tell that %s was not answered', (_what, channel) => {
    const { clock: _clock, ...watched } = running(days(10), received, { status: 'registered', channel });

    expect(marks(watched)).toEqual([['intake-late', '2026-06-02T02:00:00.001Z']]);
  });

  it('are none while the clock is paused or the dossier on hold (DL17)', () => {
    const openTasks = [task(received, local('2026-06-05 09:00'))];
    const watched = running(days(10), received, { openTasks });
    const paused = { ...watched, clock: { ...watched.clock!, state: 'paused' as const } };
    const held = { ...paused, hold: { operation: 'suspend' as const, at: received, actor: 'lanhdao' } };

    expect([marks(paused), marks(held)]).toEqual([[], []]);
  });

  it('have a key each, the same for the same breach', () => {
    const dueAt = local('2026-06-05 09:00');
    const keys = (watched: Watched) =>
      marksOf(watched, { calendar, policies: procedurePolicies.parse({ reminders: [3] }) }).map(
        ({ key }) => key,
      );
    const atCounter = { ...task(received, dueAt), unit: 'mc', role: 'counter' as const };
    const due = local('2026-06-15 09:00');
    const { clock: _clock, ...registered } = running(days(10), received, { status: 'registered' });
    const hold = { operation: 'request-supplement' as const, at: received, actor: '', until: dueAt };

    expect(
      keys(running(days(10), received, { status: 'accepted', acceptedAt: received, openTasks: [atCounter] })),
    ).toEqual([
      `transfer-late:${received}`,
      `task-soon-8:${atCounter.id}`,
      `task-overdue:${atCounter.id}`,
      `reminder-3:${due}`,
      `foreseen:${due}`,
      `overdue:${due}`,
    ]);
    expect(keys(registered)).toEqual([`intake-late:${received}`]);
    expect(keys({ ...registered, status: 'supplement_requested', hold })).toEqual([
      `supplement-late:${dueAt}`,
    ]);
  });

  it.each<[string, Partial<Watched>]>([
    ['was handed on: it is in progress', { status: 'in_progress', acceptedAt: received }],
    ['was not accepted yet', { status: 'accepted' }],
    [
      'lies with another role of the counter’s unit',
      {
        status: 'accepted',
        acceptedAt: received,
        openTasks: [{ ...task(received, received), unit: 'mc', role: 'leader' }],
      },
    ],
    [
      'lies at another counter',
      {
        status: 'accepted',
        acceptedAt: received,
        openTasks: [{ ...task(received, received), unit: 'so', role: 'counter' }],
      },
    ],
    ['is nobody’s', { status: 'accepted', acceptedAt: received, openTasks: [] }],
  ])('say nothing of the counter where a dossier %s', (_, changes) => {
    const openTasks = [{ ...task(received, received), unit: 'mc', role: 'counter' as const }];
    const told = marks(running(days(10), received, { openTasks, ...changes }));

    expect(told.filter(([kind]) => kind === 'transfer-late')).toEqual([]);
  });

  it('say nothing of a supplement that has no end, or was not asked for', () => {
    const hold = { operation: 'suspend' as const, at: received, actor: '', until: local('2026-06-05 17:00') };
    const told = (changes: Partial<Watched>) =>
      marks(running(days(10), received, changes)).filter(([kind]) => kind === 'supplement-late');

    expect(told({ status: 'suspended', hold })).toEqual([]);
    expect(told({ status: 'supplement_requested' })).toEqual([]);
  });

  it('of a step without a due moment are none', () => {
    const { dueAt: _dueAt, ...open } = task(received, received);

    expect(marks(running(days(10), received, { openTasks: [open] })).map(([kind]) => kind)).toEqual([
      'foreseen',
      'overdue',
    ]);
  });

  it('come at once where the calendar of that year was not entered', () => {
    const watched = running(days(10), received);
    const clock = { ...watched.clock!, dueAt: '2032-03-01T02:00:00.000Z' };

    expect(marks({ ...watched, clock })).toContainEqual(['foreseen', received]);
  });
});

describe('a new appointment that an apology promised (R091)', () => {
  const received = local('2026-06-01 09:00');
  const told = (promisedAt?: string) =>
    marksOf(
      { ...running(days(10), received), ...(promisedAt && { promisedAt: local(promisedAt) }) },
      {
        calendar,
        policies: procedurePolicies.parse({}),
      },
    ).flatMap(({ kind, dueAt }) => (kind === 'overdue' ? [dueAt] : []));

  it('is a breach of its own beyond the due date, and nothing before it', () => {
    expect(told('2026-06-17 17:00')).toEqual([local('2026-06-15 09:00'), local('2026-06-17 17:00')]);
    expect(told('2026-06-12 17:00')).toEqual(told());
  });
});
