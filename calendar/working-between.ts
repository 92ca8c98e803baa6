import { type CompiledCalendar, requireYears, workedUntil } from './compile-calendar.ts';
import { dayOf, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

/**
 * Working minutes from `from` to `to`; negative when `to` is the earlier one.
 * Throws CalendarYearMissing when a year between was not entered.
 */
export function workingBetween(span: { calendar: CompiledCalendar; from: Instant; to: Instant }): number {
  const from = toLocalMinute(span.from);
  const to = toLocalMinute(span.to);
  requireYears(span.calendar, dayOf(Math.min(from, to)), dayOf(Math.max(from, to)));
  return workedUntil(span.calendar, to) - workedUntil(span.calendar, from);
}
