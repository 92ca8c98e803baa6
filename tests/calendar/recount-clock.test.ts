import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compileCalendar,
  DEFAULT_CLOCK_POLICY,
  explainClock,
  extend,
  isWorkingDay,
  type Limit,
  pause,
  recountClock,
  reset,
  resume,
  startClock,
  stop,
} from '../../calendar/index.ts';
import { buildCalendar, holidays, local, officeWeek } from '../support/build-calendar.ts';

const before = buildCalendar();
/** The same year with further days off. */
const withDaysOff = (...dates: string[]) =>
  compileCalendar({
    id: 'an-giang',
    name: 'Lịch mẫu',
    years: [2026, 2027].map((year) => ({
      year,
      week: officeWeek,
      exceptions: [
        ...(holidays[year] ?? []),
        ...dates
          .filter((date) => date.startsWith(`${year}`))
          .map((date) => ({ date, name: 'nghỉ thêm', kind: 'holiday' as const, source: 'quyết định mẫu' })),
      ],
    })),
  });

const act = (at: string, reason = 'lý do') => ({ at: local(at), reason, actor: 'motcua' });
const start = (at: string, limit: Limit, policy = {}) =>
  startClock({ calendar: before, limit, ...act(at), policy: { ...DEFAULT_CLOCK_POLICY, ...policy } });
const days = (amount: number): Limit => ({ amount, unit: 'working-days' });
const recounted = (clock: Parameters<typeof recountClock>[0], ...daysOff: string[]) =>
  recountClock(clock, { calendar: withDaysOff(...daysOff), ...act('2026-06-05 08:00', 'TB 12/TB') });

describe('a clock on a calendar that has changed', () => {
  it('is due a day later for a day off that lies within its limit, and keeps the first promise', () => {
    const clock = start('2026-06-08 09:00', days(3));

    const again = recounted(clock, '2026-06-10');

    expect(again.dueAt).toBe(local('2026-06-12 09:00'));
    expect(again.originalDueAt).toBe(local('2026-06-11 09:00'));
    expect(again.changes.at(-1)).toEqual({
      ...act('2026-06-05 08:00', 'TB 12/TB'),
      what: 'recount',
      dueBefore: local('2026-06-11 09:00'),
      dueAfter: local('2026-06-12 09:00'),
    });
  });

  it('is left alone by a day off outside its limit', () => {
    const clock = start('2026-06-08 09:00', days(3));

    expect(recounted(clock, '2026-06-15')).toBe(clock);
  });

  it('moves a limit in calendar days only when its last day is no working day any more (DL03)', () => {
    const clock = start('2026-06-01 09:00', { amount: 15, unit: 'calendar-days' });

    expect(recounted(clock, '2026-06-10')).toBe(clock);
    expect(recounted(clock, '2026-06-16').dueAt).toBe(local('2026-06-17 17:00'));
  });

  it('counts a wait again in working time (DL15, DL17)', () => {
    const paused = pause(start('2026-06-08 09:00', days(3)), {
      ...act('2026-06-09 09:00'),
      cause: 'payment',
    });
    const clock = resume(paused, { ...act('2026-06-15 09:00'), calendar: before });
    expect(clock.dueAt).toBe(local('2026-06-17 09:00'));

    // The day off fell into the wait: it is neither waited nor worked.
    expect(recounted(clock, '2026-06-11')).toBe(clock);
    expect(recounted(clock, '2026-06-16').dueAt).toBe(local('2026-06-18 09:00'));
  });

  it('counts anew from where a supplement or a reset began (DL14)', () => {
    const paused = pause(start('2026-06-01 09:00', days(3)), {
      ...act('2026-06-02 09:00'),
      cause: 'supplement',
    });
    const clock = resume(paused, { ...act('2026-06-08 09:00'), calendar: before });
    const anew = reset(clock, { ...act('2026-06-09 09:00'), calendar: before });

    expect(recounted(clock, '2026-06-10').dueAt).toBe(local('2026-06-12 09:00'));
    expect(recounted(anew, '2026-06-12').dueAt).toBe(local('2026-06-15 09:00'));
  });

  it('keeps the day that an extension named, and moves it on when it is a day off by now', () => {
    const dueAt = local('2026-06-16 09:00');
    const clock = extend(start('2026-06-08 09:00', days(5)), {
      ...act('2026-06-10 09:00'),
      calendar: before,
      dueAt,
    });

    expect(recounted(clock, '2026-06-12')).toBe(clock);
    expect(recounted(clock, '2026-06-16').dueAt).toBe(local('2026-06-17 17:00'));
    expect(recounted(clock, '2026-06-10', '2026-06-11', '2026-06-12').dueAt).toBe(local('2026-06-18 09:00'));
  });

  it('goes on being paused, and is left alone once it has stopped', () => {
    const running = start('2026-06-08 09:00', days(3));
    const paused = pause(running, { ...act('2026-06-08 10:00'), cause: 'payment' });
    const stopped = stop(running, act('2026-06-08 10:00'));

    expect(recounted(paused, '2026-06-10')).toMatchObject({
      state: 'paused',
      dueAt: local('2026-06-12 09:00'),
    });
    expect(recounted(stopped, '2026-06-10')).toBe(stopped);
  });

  it('runs on past a result that was found wrong, which had paused nothing', () => {
    const clock = start('2026-06-08 09:00', days(3));
    const again = { ...act('2026-06-09 09:00'), what: 'resume' as const };

    expect(recounted({ ...clock, changes: [...clock.changes, again] }, '2026-06-10').dueAt).toBe(
      local('2026-06-12 09:00'),
    );
  });

  it('is left alone where its history does not begin with a start', () => {
    const clock = start('2026-06-08 09:00', days(3));

    for (const changes of [[], [{ ...act('2026-06-08 09:00'), what: 'extend' as const }]]) {
      const unknown = { ...clock, changes };
      expect(recounted(unknown, '2026-06-10')).toBe(unknown);
    }
  });

  it('takes a pause of unknown cause for a suspension, and an extension to no date for none', () => {
    const clock = start('2026-06-08 09:00', days(3));
    const changes = [
      ...clock.changes,
      { ...act('2026-06-08 10:00'), what: 'extend' as const },
      { ...act('2026-06-09 09:00'), what: 'pause' as const },
      { ...act('2026-06-10 09:00'), what: 'resume' as const },
    ];

    expect(recounted({ ...clock, changes }).dueAt).toBe(local('2026-06-12 09:00'));
  });

  it.each([
    ['calendar days', { amount: 15, unit: 'calendar-days' } as const, '2026-06-25 17:00', 24],
    ['working days', days(9), '2026-06-22 09:00', undefined],
  ])('of %s has the length that an extension gave it', (_, limit, dueAt, length) => {
    const clock = extend(start('2026-06-01 09:00', limit), {
      ...act('2026-06-10 09:00'),
      calendar: before,
      dueAt: local(limit.unit === 'calendar-days' ? '2026-06-19 17:00' : '2026-06-15 09:00'),
    });
    const changes = clock.changes.map((change) =>
      change.what === 'extend' ? { ...change, dueAfter: local(dueAt) } : change,
    );

    expect(recounted({ ...clock, changes })).toMatchObject({ dueAt: local(dueAt), days: length });
  });

  it('tells in its explanation that it was counted again', () => {
    const again = recounted(start('2026-06-08 09:00', days(3)), '2026-06-10');

    const lines = explainClock({ clock: again, calendar: withDaysOff('2026-06-10'), language: 'vi' });

    const said = lines.map(({ text }) => text).join('\n');
    for (const part of ['Tính lại theo lịch làm việc đã thay đổi', 'TB 12/TB', 'nghỉ thêm']) {
      expect(said).toContain(part);
    }
  });

  it('comes to the same again, and back when the calendar is as it was; never due on a day off', () => {
    const dayOff = fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`);
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 20 }).map(days),
      fc.integer({ min: 1, max: 30 }).map((amount): Limit => ({ amount, unit: 'calendar-days' })),
    );
    fc.assert(
      fc.property(fc.uniqueArray(dayOff, { maxLength: 4 }), limit, (daysOff, limit) => {
        const clock = start('2026-06-01 09:00', limit);
        const again = recounted(clock, ...daysOff);
        expect(recounted(again, ...daysOff)).toBe(again);
        expect(again.dueAt >= clock.dueAt).toBe(true);
        const localDay = new Date(Date.parse(again.dueAt) + 7 * 3_600_000).toISOString().slice(0, 10);
        expect(isWorkingDay(withDaysOff(...daysOff), localDay)).toBe(true);
        expect(recounted(again).dueAt).toBe(clock.dueAt);
      }),
      { numRuns: 30 },
    );
  });
});
