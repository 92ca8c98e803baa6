import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  addWorking,
  CalendarYearMissing,
  dueDate,
  effectiveReception,
  extensionDays,
} from '../../calendar/index.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar();
const hours = (from: string, amount: number) =>
  addWorking({ calendar, from: local(from), minutes: amount * 60 }).at;

describe('the test vectors of the deadline rules (DL01-DL06, DL10, DL21)', () => {
  it.each([
    ['a: a swapped Saturday works', '2026-08-20 09:00', 24, '2026-08-24 09:00'],
    ['b: weekend, swapped Monday and National Day are skipped', '2026-08-28 16:00', 8, '2026-09-03 16:00'],
    ['d: the compensatory Monday is skipped', '2026-04-24 10:00', 8, '2026-04-28 10:00'],
    ['e: 30 April and 1 May are skipped', '2026-04-29 14:00', 16, '2026-05-05 14:00'],
    ['f: half a day skips lunch', '2026-06-10 10:00', 4, '2026-06-10 16:00'],
    ['g: 24 November is skipped', '2026-11-23 09:00', 8, '2026-11-25 09:00'],
    ['h: four hours cross the weekend', '2026-06-12 16:30', 4, '2026-06-15 10:30'],
    ['i: at lunch counts from 13:00', '2026-06-10 12:15', 2, '2026-06-10 15:00'],
    ['j: New Year of the next year is skipped', '2026-12-31 15:00', 16, '2027-01-05 15:00'],
    ['l: an answer within eight working hours', '2026-06-11 15:00', 8, '2026-06-12 15:00'],
    ['m: online in the evening counts from the morning', '2026-06-11 20:00', 8, '2026-06-12 17:00'],
  ])('%s', (_, from, amount, due) => {
    expect(hours(from, amount)).toBe(local(due));
  });

  it('a: three working days are twenty-four working hours (DL01)', () => {
    const limit = { amount: 3, unit: 'working-days' } as const;
    const { dueAt } = dueDate({ calendar, receivedAt: local('2026-08-20 09:00'), limit });

    expect(dueAt).toBe(local('2026-08-24 09:00'));
  });

  it('c: online before Tết after hours is received after Tết, and due at the close of that day (DL05, DL06)', () => {
    const at = local('2026-02-13 17:30');
    const limit = { amount: 8, unit: 'working-hours' } as const;

    expect(effectiveReception({ calendar, at, channel: 'online' }).at).toBe(local('2026-02-23 07:00'));
    expect(dueDate({ calendar, receivedAt: at, limit, channel: 'online' }).dueAt).toBe(
      local('2026-02-23 17:00'),
    );
  });

  it('j: a year that was not entered is said, not assumed', () => {
    const only2026 = buildCalendar({ years: [2026] });
    const ask = () => addWorking({ calendar: only2026, from: local('2026-12-31 15:00'), minutes: 16 * 60 });

    expect(ask).toThrow(CalendarYearMissing);
    expect(ask).toThrow(expect.objectContaining({ year: 2027, calendar: 'an-giang' }));
  });

  it('k: fifteen calendar days that end on a Saturday end on Monday, working days would not (DL02, DL03)', () => {
    const limit = { amount: 15, unit: 'calendar-days' } as const;
    const from = local('2026-04-17 10:00');

    expect(addCalendarDays({ calendar, from, days: 15 }).at).toBe(local('2026-05-04 17:00'));
    expect(dueDate({ calendar, receivedAt: from, limit }).dueAt).toBe(local('2026-05-04 17:00'));
    const workingDays = { amount: 15, unit: 'working-days' } as const;
    expect(dueDate({ calendar, receivedAt: from, limit: workingDays }).dueAt).toBe(local('2026-05-13 10:00'));
  });

  it.each([
    ['n', 17, 5],
    ['o', 5, 1],
  ])('%s: a third of %d working days is %d whole days (DL21)', (_, amount, days) => {
    expect(extensionDays({ amount, unit: 'working-days' })).toBe(days);
  });
});
