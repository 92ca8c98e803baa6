import { describe, expect, it } from '@jest/globals';
import { compileCalendar, lunarDay, proposeHolidays } from '../../calendar/index.ts';
import { holidays, officeWeek } from '../support/build-calendar.ts';

describe('the first day of the lunar year', () => {
  it.each([
    [2007, '2007-02-17'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    // a day before the Chinese calendar's: the new moon falls before midnight at UTC+7
    [2030, '2030-02-02'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
  ])('of %i is %s', (year, day) => {
    expect(lunarDay({ year, month: 1, day: 1 })).toBe(day);
  });
});

describe('the tenth of the third lunar month', () => {
  it.each([
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    // the second month of this year comes twice
    [2023, '2023-04-29'],
  ])('of %i is %s', (year, day) => {
    expect(lunarDay({ year, month: 3, day: 10 })).toBe(day);
  });
});

describe('proposed holidays', () => {
  it('of 2026 and 2027 are those that were announced, swapped days apart', () => {
    for (const year of [2026, 2027]) {
      const announced = holidays[year]!.filter(({ kind }) => !kind.startsWith('swap'));
      const days = (rows: { date: string; kind: string }[]) =>
        rows.map(({ date, kind }) => `${date} ${kind}`);
      expect(days(proposeHolidays({ year, week: officeWeek }))).toEqual(days(announced));
    }
  });

  it('say on which text they stand, and what is still to be announced', () => {
    const rows = proposeHolidays({ year: 2028, week: officeWeek });

    expect(rows.every(({ source }) => source !== '')).toBe(true);
    expect(rows.filter(({ source }) => source.includes('thông báo hằng năm')).length).toBe(6);
  });

  it('make a calendar of every year to 2050', () => {
    for (let year = 2025; year <= 2050; year += 1) {
      const exceptions = proposeHolidays({ year, week: officeWeek });
      const compile = () =>
        compileCalendar({ id: 'x', name: '', years: [{ year, week: officeWeek, exceptions }] });
      expect(compile).not.toThrow();
    }
  });
});
