/** Adding and taking away working time, to the minute. */
import { CalendarYearMissing } from './calendar-year-missing.ts';
import { type CompiledCalendar, planOf, requireYears, workedUntil } from './compile-calendar.ts';
import { openingAt } from './effective-reception.ts';
import { explainWorking } from './explain-working.ts';
import { DAY_MINUTES, dayOf, toInstant, toLocalMinute, yearOf } from './local-time.ts';
import type { Instant, Language, Reckoning } from './types.ts';

export interface WorkingSum {
  calendar: CompiledCalendar;
  from: Instant;
  /** working minutes; a part of a minute counts as one */
  minutes: number;
  /** write the sum out, day by day; without it `explain` is empty and the answer faster */
  language?: Language | undefined;
}

/**
 * The first moment at which `minutes` of working time have passed since `from` (DL01, DL04, DL05): a sum that
 * fills an opening ends at its close, not at the next opening. Zero minutes: the first open moment from `from` on.
 * Throws CalendarYearMissing when a year on the way was not entered, RangeError on negative minutes.
 */
export function addWorking({ calendar, from, minutes, language }: WorkingSum): Reckoning {
  const start = toLocalMinute(from);
  const end = workingMinuteAfter(calendar, start, wholeMinutes(minutes));
  return { at: toInstant(end), explain: language ? explainWorking({ calendar, start, end, language }) : [] };
}

/**
 * The last moment from which `minutes` of working time remain until `from`: when a notice of one working day
 * is due (DL19). Throws as `addWorking`.
 */
export function subtractWorking({ calendar, from, minutes }: Omit<WorkingSum, 'language'>): Instant {
  const end = toLocalMinute(from);
  const target = workedUntil(calendar, end) - wholeMinutes(minutes);
  if (target < 0) throw new CalendarYearMissing(yearOf(calendar.firstDay) - 1, calendar.id);
  const { minutesBefore, firstDay } = calendar;
  // The last day that starts with no more than the target behind it, and that is open.
  let index = lastAtMost(minutesBefore, target, dayOf(end) - firstDay);
  while (index > 0 && minutesBefore[index + 1] === minutesBefore[index]) index -= 1;
  requireYears(calendar, firstDay + index, dayOf(end));
  return toInstant((firstDay + index) * DAY_MINUTES + minuteOfTarget(calendar, index, target, 'latest'));
}

/** As `addWorking`, in local minutes. */
export function workingMinuteAfter(calendar: CompiledCalendar, start: number, minutes: number): number {
  if (minutes === 0) return openingAt(calendar, start);
  const { minutesBefore, firstDay } = calendar;
  const target = workedUntil(calendar, start) + minutes;
  const length = calendar.plans.length;
  if (target > minutesBefore[length]!) throw new CalendarYearMissing(yearOf(firstDay + length), calendar.id);
  const startIndex = dayOf(start) - firstDay;
  const index = firstReaching(minutesBefore, target, startIndex);
  requireYears(calendar, firstDay + startIndex, firstDay + index);
  return (firstDay + index) * DAY_MINUTES + minuteOfTarget(calendar, index, target, 'earliest');
}

function wholeMinutes(minutes: number): number {
  if (!(minutes >= 0 && Number.isFinite(minutes)))
    throw new RangeError('Working minutes must not be negative');
  return Math.ceil(minutes);
}

/** The time of day at which the total reaches `target`; two moments share it when it falls on a break. */
function minuteOfTarget(
  calendar: CompiledCalendar,
  index: number,
  target: number,
  which: 'earliest' | 'latest',
): number {
  let left = target - calendar.minutesBefore[index]!;
  const { spans } = planOf(calendar, calendar.firstDay + index);
  for (const [from, to] of spans) {
    const length = to - from;
    if (which === 'earliest' ? left <= length : left < length) return from + left;
    left -= length;
  }
  return spans.at(-1)?.[1] ?? 0;
}

/** Smallest day index >= `from` at whose end the total has reached `target`. */
function firstReaching(minutesBefore: Float64Array, target: number, from: number): number {
  let low = from;
  let high = minutesBefore.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (minutesBefore[middle + 1]! >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Largest day index <= `to` that starts with no more than `target`. */
function lastAtMost(minutesBefore: Float64Array, target: number, to: number): number {
  let low = 0;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (minutesBefore[middle]! <= target) low = middle;
    else high = middle - 1;
  }
  return low;
}
