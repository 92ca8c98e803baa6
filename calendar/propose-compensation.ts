import { compileCalendar, planOf } from './compile-calendar.ts';
import { workingDayFrom } from './effective-reception.ts';
import { toDay, toDayNumber } from './local-time.ts';
import type { CalendarException, CalendarYear } from './types.ts';

/**
 * Compensatory days off that the year's holidays call for: a holiday on the weekly day off is made up on the next
 * working day (Labour Code 2019 Art. 111.3). A proposal for an administrator to confirm; days already entered
 * as compensation count, and the following year is needed only for a holiday at the very end of the year.
 */
export function proposeCompensation(year: CalendarYear): CalendarException[] {
  const weekOnly = compileCalendar({ id: 'week', name: '', years: [{ ...year, exceptions: [] }] });
  const owed = year.exceptions
    .filter(({ kind, date }) => kind === 'holiday' && planOf(weekOnly, toDayNumber(date)).minutes === 0)
    .sort((a, b) => a.date.localeCompare(b.date));
  const entered = year.exceptions.filter(({ kind }) => kind === 'compensation').length;
  const proposals: CalendarException[] = [];
  for (const holiday of owed.slice(entered)) {
    const known = compileCalendar({
      id: 'proposal',
      name: '',
      years: [{ ...year, exceptions: [...year.exceptions, ...proposals] }],
    });
    const day = workingDayFrom(known, toDayNumber(holiday.date) + 1);
    proposals.push({
      date: toDay(day),
      name: holiday.name,
      kind: 'compensation',
      source: 'Bộ luật Lao động 2019 Điều 111 khoản 3',
    });
  }
  return proposals;
}
