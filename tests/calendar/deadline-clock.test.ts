import { describe, expect, it } from '@jest/globals';
import {
  type ClockPolicy,
  ClockRefused,
  DEFAULT_CLOCK_POLICY,
  extend,
  extensionDays,
  type Limit,
  latestExtension,
  pause,
  reset,
  resume,
  startClock,
  stop,
} from '../../calendar/index.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar();
const act = (at: string, reason = 'lý do') => ({ at: local(at), reason, actor: 'motcua' });
const start = (at: string, limit: Limit, policy?: Partial<ClockPolicy>) =>
  startClock({ calendar, limit, ...act(at), policy: { ...DEFAULT_CLOCK_POLICY, ...policy } });
const days = (amount: number): Limit => ({ amount, unit: 'working-days' });
const calendarDays = (amount: number): Limit => ({ amount, unit: 'calendar-days' });
const refusal = (code: string) => expect.objectContaining({ code }) as unknown as ClockRefused;

describe('starting', () => {
  it('runs from the complete dossier, and notes both due dates (DL30)', () => {
    const clock = start('2026-08-20 09:00', days(3));

    expect(clock).toMatchObject({
      state: 'running',
      countedFrom: local('2026-08-20 09:00'),
      dueAt: local('2026-08-24 09:00'),
      originalDueAt: local('2026-08-24 09:00'),
      extensions: 0,
    });
    expect(clock.changes).toEqual([
      { ...act('2026-08-20 09:00'), what: 'start', dueAfter: local('2026-08-24 09:00') },
    ]);
  });

  it('counts from the next working morning when filed online in the evening (DL06)', () => {
    const clock = startClock({ calendar, limit: days(1), channel: 'online', ...act('2026-06-11 20:00') });

    expect(clock).toMatchObject({ countedFrom: local('2026-06-12 07:00'), dueAt: local('2026-06-12 17:00') });
  });
});

describe('a supplement', () => {
  const supplemented = (policy: ClockPolicy['supplement'], limit = days(3)) => {
    const clock = start('2026-06-08 09:00', limit, { supplement: policy });
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'supplement' });
    return resume(paused, { ...act('2026-06-15 14:00'), calendar });
  };

  it('starts the limit anew when the complete dossier is back (DL14)', () => {
    const clock = supplemented('reset');

    expect(clock).toMatchObject({
      state: 'running',
      countedFrom: local('2026-06-15 14:00'),
      dueAt: local('2026-06-18 14:00'),
      originalDueAt: local('2026-06-11 09:00'),
    });
  });

  it('shifts the due date by the working time of the wait when the procedure says so (DL15)', () => {
    // 08/06 09:00 + 3 days = 11/06 09:00; the wait of 09/06 09:00 to 15/06 14:00 is four days and three hours
    expect(supplemented('shift').dueAt).toBe(local('2026-06-17 14:00'));
  });

  it('keeps every change with moment, reason, actor, cause and due dates (domain 5.4)', () => {
    expect(supplemented('reset').changes.slice(1)).toEqual([
      {
        ...act('2026-06-09 09:00'),
        what: 'pause',
        cause: 'supplement',
        dueBefore: local('2026-06-11 09:00'),
      },
      {
        ...act('2026-06-15 14:00'),
        what: 'resume',
        cause: 'supplement',
        dueBefore: local('2026-06-11 09:00'),
        dueAfter: local('2026-06-18 14:00'),
      },
    ]);
  });

  it('starts calendar-day limits anew by the day after (DL03, DL14)', () => {
    expect(supplemented('reset', calendarDays(15)).dueAt).toBe(local('2026-06-30 17:00'));
  });
});

describe('a payment or a suspension', () => {
  it('shifts the due date and never resets it (DL17)', () => {
    const clock = start('2026-06-08 09:00', days(3), { supplement: 'reset' });
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'payment' });

    expect(paused).toMatchObject({
      state: 'paused',
      pausedAt: local('2026-06-09 09:00'),
      pausedFor: 'payment',
    });
    expect(resume(paused, { ...act('2026-06-10 09:00'), calendar })).toMatchObject({
      state: 'running',
      dueAt: local('2026-06-12 09:00'),
      pausedAt: undefined,
      pausedFor: undefined,
    });
  });

  it('shifts an overdue clock by the wait as well', () => {
    const clock = start('2026-06-08 09:00', days(1));
    const paused = pause(clock, { ...act('2026-06-10 09:00'), cause: 'suspension' });

    expect(resume(paused, { ...act('2026-06-11 09:00'), calendar }).dueAt).toBe(local('2026-06-10 09:00'));
  });

  it('counts the wait of a calendar-day limit in calendar days, from the day before it moved on (DL03)', () => {
    // Fri 17/04 + 15 days = Sat 02/05 -> Mon 04/05; one day of wait: Sun 03/05 -> Mon 04/05
    const clock = start('2026-04-17 10:00', calendarDays(15));
    const paused = pause(clock, { ...act('2026-04-20 10:00'), cause: 'payment' });
    const later = (at: string) => resume(paused, { ...act(at), calendar }).dueAt;

    expect(clock.dueAt).toBe(local('2026-05-04 17:00'));
    expect(later('2026-04-20 16:00')).toBe(local('2026-05-04 17:00'));
    expect(later('2026-04-21 08:00')).toBe(local('2026-05-04 17:00'));
    expect(later('2026-04-23 08:00')).toBe(local('2026-05-05 17:00'));
  });

  it('gives a same-day procedure the day on which it runs on (DL09)', () => {
    const clock = start('2026-06-08 09:00', { amount: 1, unit: 'same-day' });
    const paused = pause(clock, { ...act('2026-06-08 10:00'), cause: 'payment' });
    const later = (at: string) => resume(paused, { ...act(at), calendar }).dueAt;

    expect(later('2026-06-08 14:00')).toBe(local('2026-06-08 17:00'));
    expect(later('2026-06-09 16:00')).toBe(local('2026-06-10 17:00'));
  });

  it.each([
    ['outside office hours', days(3), '2026-06-08 18:00', '2026-06-09 06:00'],
    ['within one calendar day', calendarDays(15), '2026-06-09 08:00', '2026-06-09 16:00'],
  ])('does nothing for a wait %s, and says so', (_, limit, from, to) => {
    const clock = start('2026-06-08 09:00', limit);
    const { dueAt } = clock;
    const paused = pause(clock, { ...act(from), cause: 'payment' });

    const again = resume(paused, { ...act(to), calendar });

    expect(again).toMatchObject({ dueAt, days: clock.days, countedFrom: clock.countedFrom });
    expect(again.changes.at(-1)).toMatchObject({ what: 'resume', dueBefore: dueAt, dueAfter: dueAt });
  });

  it('leaves a calendar-day limit alone that falls on a day off by now', () => {
    const clock = { ...start('2026-06-08 09:00', calendarDays(15)), dueAt: local('2026-06-21 17:00') };
    const paused = pause(clock, { ...act('2026-06-09 08:00'), cause: 'payment' });

    expect(resume(paused, { ...act('2026-06-09 16:00'), calendar }).dueAt).toBe(local('2026-06-21 17:00'));
  });

  it('never makes a same-day procedure due earlier than it was extended to', () => {
    const clock = extend(start('2026-06-08 09:00', { amount: 1, unit: 'same-day' }), {
      ...act('2026-06-08 10:00'),
      calendar,
      dueAt: local('2026-06-10 17:00'),
    });
    const paused = pause(clock, { ...act('2026-06-08 11:00'), cause: 'payment' });

    expect(resume(paused, { ...act('2026-06-09 09:00'), calendar }).dueAt).toBe(local('2026-06-10 17:00'));
  });
});

describe('an extension', () => {
  const clock = start('2026-06-08 09:00', days(17));
  const to = (dueAt: string) => ({ ...act('2026-06-25 09:00', 'chờ ý kiến'), calendar, dueAt: local(dueAt) });

  it.each([
    [days(17), 5],
    [days(5), 1],
    [days(3), 1],
    [days(2), 0],
    [{ amount: 80, unit: 'working-hours' } as const, 3],
    [calendarDays(15), 5],
    [{ amount: 1, unit: 'same-day' } as const, 2],
  ])('of %j adds at most %d whole days (DL21, DL09)', (limit, most) => {
    expect(extensionDays(limit)).toBe(most);
  });

  it('reaches exactly a third further, and no minute more (DL21; S2 Art. 25.2a)', () => {
    expect(clock.dueAt).toBe(local('2026-07-01 09:00'));
    expect(latestExtension(clock, calendar)).toBe(local('2026-07-08 09:00'));
    expect(extend(clock, to('2026-07-08 09:00')).dueAt).toBe(local('2026-07-08 09:00'));
    expect(() => extend(clock, to('2026-07-08 09:01'))).toThrow(refusal('clock.extension-too-long'));
  });

  it('says the latest date that would do', () => {
    expect(() => extend(clock, to('2026-08-01 09:00'))).toThrow(
      expect.objectContaining({ name: 'ClockRefused', latest: local('2026-07-08 09:00') }),
    );
  });

  it('is granted once (DL20)', () => {
    const once = extend(clock, to('2026-07-03 09:00'));

    expect(once).toMatchObject({ extensions: 1, originalDueAt: clock.dueAt });
    expect(once.changes.at(-1)).toEqual({
      ...act('2026-06-25 09:00', 'chờ ý kiến'),
      what: 'extend',
      dueBefore: clock.dueAt,
      dueAfter: local('2026-07-03 09:00'),
    });
    expect(() => extend(once, to('2026-07-06 09:00'))).toThrow(refusal('clock.already-extended'));
  });

  it('must be later than what was promised', () => {
    expect(() => extend(clock, to('2026-07-01 09:00'))).toThrow(refusal('clock.extension-not-later'));
  });

  it('of a calendar-day limit ends on a working day, and later waits build on it (DL03, DL21)', () => {
    const permit = start('2026-04-17 10:00', calendarDays(15));
    const longer = extend(permit, { ...act('2026-04-28 10:00'), calendar, dueAt: local('2026-05-07 17:00') });
    const paused = pause(longer, { ...act('2026-05-05 08:00'), cause: 'payment' });

    expect(latestExtension(permit, calendar)).toBe(local('2026-05-07 17:00'));
    expect(resume(paused, { ...act('2026-05-06 08:00'), calendar }).dueAt).toBe(local('2026-05-08 17:00'));
  });

  it('of a calendar-day limit counts the days to its new date, of working days none', () => {
    const permit = start('2026-04-17 10:00', calendarDays(15));
    const act20 = { ...act('2026-04-28 10:00'), calendar, dueAt: local('2026-05-07 17:00') };

    expect(extend(permit, act20).days).toBe(20);
    expect(extend(clock, to('2026-07-03 09:00')).days).toBeUndefined();
  });

  it('waits until a paused clock runs', () => {
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'payment' });

    expect(() => extend(paused, to('2026-07-03 09:00'))).toThrow(refusal('clock.not-running'));
  });
});

describe('a reset and a stop', () => {
  it('counts the whole limit from the moment of the reset, paused or not (DL14)', () => {
    const clock = start('2026-06-08 09:00', days(3));
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'suspension' });
    const expected = {
      state: 'running',
      countedFrom: local('2026-06-15 09:00'),
      dueAt: local('2026-06-18 09:00'),
      originalDueAt: clock.dueAt,
      pausedAt: undefined,
      pausedFor: undefined,
    };

    expect(reset(clock, { ...act('2026-06-15 09:00'), calendar })).toMatchObject(expected);
    expect(reset(paused, { ...act('2026-06-15 09:00'), calendar })).toMatchObject(expected);
    expect(reset(clock, { ...act('2026-06-15 09:00'), calendar }).changes.at(-1)).toEqual({
      ...act('2026-06-15 09:00'),
      what: 'reset',
      dueBefore: clock.dueAt,
      dueAfter: local('2026-06-18 09:00'),
    });
  });

  it('a stopped clock is over: nothing moves it', () => {
    const clock = start('2026-06-08 09:00', days(3));
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'withdrawal' });
    const stopped = stop(paused, act('2026-06-10 09:00'));

    expect(stopped).toMatchObject({
      state: 'stopped',
      dueAt: clock.dueAt,
      pausedAt: undefined,
      pausedFor: undefined,
    });
    expect(stopped.changes.at(-1)).toEqual({
      ...act('2026-06-10 09:00'),
      what: 'stop',
      dueBefore: clock.dueAt,
    });
    expect(() => stop(stopped, act('2026-06-11 09:00'))).toThrow(refusal('clock.already-stopped'));
    expect(() => reset(stopped, { ...act('2026-06-11 09:00'), calendar })).toThrow(
      refusal('clock.already-stopped'),
    );
    expect(() => pause(stopped, { ...act('2026-06-11 09:00'), cause: 'payment' })).toThrow(
      refusal('clock.not-running'),
    );
  });

  it('a running clock cannot be resumed, a paused one not paused again', () => {
    const clock = start('2026-06-08 09:00', days(3));
    const paused = pause(clock, { ...act('2026-06-09 09:00'), cause: 'payment' });

    expect(() => resume(clock, { ...act('2026-06-09 09:00'), calendar })).toThrow(
      refusal('clock.not-paused'),
    );
    expect(() => pause(paused, { ...act('2026-06-09 10:00'), cause: 'payment' })).toThrow(ClockRefused);
  });
});
