/** When a step is due, and when a model's timer fires: durations of a process counted on a calendar. */
import { Temporal } from 'temporal-polyfill';
import { addCalendarDays } from './add-calendar-days.ts';
import { addWorking } from './add-working.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { WORKING_DAY_MINUTES } from './due-date.ts';
import type { Instant } from './types.ts';

/** An ISO-8601 duration and how it is counted; `none` is outside every sum (DL27). */
export interface StepTime {
  iso: string;
  counts: 'working' | 'calendar' | 'none';
}

/** A model's timer: an instant, or a duration from one. */
export type TimerTime =
  | { at: Instant }
  | { working: string; from: Instant }
  | { calendar: string; from: Instant };

/** `undefined` for a step whose time is not counted ("không tính thời gian", DL27). */
export function stepDueAt(
  time: StepTime | undefined,
  { calendar, from }: { calendar: CompiledCalendar; from: Instant },
): Instant | undefined {
  if (!time || time.counts === 'none') return undefined;
  return timerInstant(
    time.counts === 'working' ? { working: time.iso, from } : { calendar: time.iso, from },
    calendar,
  );
}

/** Working durations count 8-hour days, calendar ones run through nights. Throws as `addWorking`. */
export function timerInstant(time: TimerTime, calendar: CompiledCalendar): Instant {
  if ('at' in time) return time.at;
  if ('working' in time)
    return addWorking({ calendar, from: time.from, minutes: workingMinutes(time.working) }).at;
  return afterCalendarTime(calendar, time.from, time.calendar);
}

/**
 * Working minutes of an ISO-8601 duration: a day is eight hours (DL01), a week five days.
 * Throws RangeError on months and years, which are no working time.
 */
export function workingMinutes(iso: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } = durationOf(iso);
  if (years || months) throw new RangeError(`working time knows no months: ${iso}`);
  return (weeks * 5 + days) * WORKING_DAY_MINUTES + hours * 60 + minutes + seconds / 60;
}

const parsed = new Map<string, Temporal.Duration>();
/** Models hold a handful of durations; a form may bring any, so the memory is bounded. */
const PARSED_KEPT = 500;

function durationOf(iso: string): Temporal.Duration {
  const known = parsed.get(iso);
  if (known) return known;
  const duration = Temporal.Duration.from(iso);
  if (parsed.size >= PARSED_KEPT) parsed.clear();
  parsed.set(iso, duration);
  return duration;
}

/** Whole days end at the close of office of a working day (DL03); anything finer is plain time. */
function afterCalendarTime(calendar: CompiledCalendar, from: Instant, iso: string): Instant {
  const duration = durationOf(iso);
  const { years, months, weeks, hours, minutes, seconds } = duration;
  const days = weeks * 7 + duration.days;
  const isWholeDays = !years && !months && !hours && !minutes && !seconds;
  if (isWholeDays && days > 0) return addCalendarDays({ calendar, from, days }).at;
  const local = Temporal.Instant.from(from).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  return local.add(duration).toInstant().toString({ smallestUnit: 'millisecond' });
}
