/** Limits in calendar days. */
import type { CompiledCalendar } from './compile-calendar.ts';
import { closingOf, workingDayFrom } from './effective-reception.ts';
import { explainCalendarDays } from './explain-calendar-days.ts';
import { dayOf, toInstant, toLocalMinute } from './local-time.ts';
import type { Instant, Language, Reckoning } from './types.ts';

export interface CalendarDaysSum {
  calendar: CompiledCalendar;
  from: Instant;
  /** whole calendar days; the day of the event is not counted */
  days: number;
  language?: Language | undefined;
}

/**
 * The close of office on the last day of a limit in calendar days; a last day that is a day off moves to the
 * next working day (DL03; Civil Code 2015 Art. 147, 148). Throws CalendarYearMissing, RangeError.
 */
export function addCalendarDays({ calendar, from, days, language }: CalendarDaysSum): Reckoning {
  const firstDay = dayOf(toLocalMinute(from));
  const lastDay = firstDay + wholeDays(days);
  const dueDay = workingDayFrom(calendar, lastDay);
  const explain = language ? explainCalendarDays({ calendar, firstDay, lastDay, dueDay, language }) : [];
  return { at: toInstant(closingOf(calendar, dueDay)), explain };
}

function wholeDays(days: number): number {
  if (!(days >= 0 && Number.isFinite(days))) throw new RangeError('Days must not be negative');
  return Math.ceil(days);
}
