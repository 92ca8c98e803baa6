/** By which working day a notice must be out that the law wants so many working days beforehand. */
import { type CompiledCalendar, planOf } from './compile-calendar.ts';
import { closingOf } from './effective-reception.ts';
import { DAY_MINUTES, dayOf, toInstant, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

export interface NoticeDay {
  /** the first and the last minute of the office that day */
  opensAt: Instant;
  closesAt: Instant;
}

/**
 * The working day that lies `days` working days before the day of `dueAt`: the last on which an extension may be
 * decided and a late dossier announced (DL19; S2 Art. 25.2a). Whole days are counted, whatever the hour of `dueAt`.
 * Throws CalendarYearMissing.
 */
export function noticeDay({
  calendar,
  dueAt,
  days,
}: {
  calendar: CompiledCalendar;
  dueAt: Instant;
  days: number;
}): NoticeDay {
  let day = dayOf(toLocalMinute(dueAt));
  for (let left = days; left > 0; left -= 1) day = workingDayBefore(calendar, day);
  return { opensAt: toInstant(openingOf(calendar, day)), closesAt: toInstant(closingOf(calendar, day)) };
}

function workingDayBefore(calendar: CompiledCalendar, day: number): number {
  let candidate = day - 1;
  while (planOf(calendar, candidate).minutes === 0) candidate -= 1;
  return candidate;
}

const openingOf = (calendar: CompiledCalendar, day: number): number =>
  day * DAY_MINUTES + planOf(calendar, day).spans[0]![0];
