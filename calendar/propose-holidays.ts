/** The holidays that the law names for a year, as rows that a person completes by the year's announcement. */
import { isoWeekday, toDay, toDayNumber } from './local-time.ts';
import { lunarDay } from './lunar-day.ts';
import { proposeCompensation } from './propose-compensation.ts';
import type { CalendarException, CalendarYear, Day } from './types.ts';

const LABOUR_CODE = 'Bộ luật Lao động 2019 Điều 112';
const TO_BE_ANNOUNCED = `${LABOUR_CODE} khoản 3: theo thông báo hằng năm`;
/** Resolution 28/2026/QH16. */
const CULTURE_DAY_SINCE = 2026;

/**
 * Holidays by date, compensatory days off with them. Tết and the second day of 2/9 are a guess at what the Prime
 * Minister fixes each year (Art. 112.3): nothing counts before somebody has confirmed it.
 */
export function proposeHolidays({ year, week }: Pick<CalendarYear, 'year' | 'week'>): CalendarException[] {
  const tet = toDayNumber(lunarDay({ year, month: 1, day: 1 }));
  const holidays = [
    off(`${year}-01-01`, 'Tết Dương lịch'),
    // the last day of the old year and the first four of the new one
    ...[-1, 0, 1, 2, 3].map((days) => off(toDay(tet + days), 'Tết Âm lịch', TO_BE_ANNOUNCED)),
    off(lunarDay({ year, month: 3, day: 10 }), 'Giỗ Tổ Hùng Vương'),
    off(`${year}-04-30`, 'Ngày Chiến thắng'),
    off(`${year}-05-01`, 'Ngày Quốc tế lao động'),
    off(besideNationalDay(year), 'Quốc khánh', TO_BE_ANNOUNCED),
    off(`${year}-09-02`, 'Quốc khánh'),
    ...(year >= CULTURE_DAY_SINCE
      ? [off(`${year}-11-24`, 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16')]
      : []),
  ];
  const exceptions = [...new Map(holidays.map((holiday) => [holiday.date, holiday])).values()];
  return [...exceptions, ...proposeCompensation({ year, week, exceptions })].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  );
}

const off = (date: Day, name: string, source = LABOUR_CODE): CalendarException => ({
  date,
  name,
  kind: 'holiday',
  source,
});

/** The neighbour of 2/9 that makes the longer row of days off: 3/9 before a weekend or after a Sunday, else 1/9. */
function besideNationalDay(year: number): Day {
  const weekday = isoWeekday(toDayNumber(`${year}-09-02`));
  return weekday === 4 || weekday === 7 ? `${year}-09-03` : `${year}-09-01`;
}
