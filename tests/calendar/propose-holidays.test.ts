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

  it('are named as the law names them, compensation after its holiday', () => {
    const rows = proposeHolidays({ year: 2027, week: officeWeek });

    expect(rows.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2027-01-01 Tết Dương lịch',
      ...['02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11'].map(
        (day) => `2027-${day} Tết Âm lịch`,
      ),
      '2027-04-16 Giỗ Tổ Hùng Vương',
      '2027-04-30 Ngày Chiến thắng',
      '2027-05-01 Ngày Quốc tế lao động',
      '2027-05-03 Ngày Quốc tế lao động',
      '2027-09-02 Quốc khánh',
      '2027-09-03 Quốc khánh',
      '2027-11-24 Ngày Văn hóa Việt Nam',
    ]);
  });

  it.each([
    [2025, '09-01', false],
    [2026, '09-01', true],
    [2027, '09-03', true],
    // 2/9 is a Sunday
    [2029, '09-03', true],
  ])('of %i have the day beside 2/9 that makes a long row, and 24/11 since 2026', (year, beside, culture) => {
    const days = proposeHolidays({ year, week: officeWeek })
      .filter(({ kind }) => kind === 'holiday')
      .map(({ date }) => date.slice(5));

    expect(days.filter((day) => day.startsWith('09')).sort()).toEqual(['09-02', beside].sort());
    expect(days.includes('11-24')).toBe(culture);
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
