/** From the years that people enter to an index that answers in microseconds. */
import { CalendarYearMissing } from './calendar-year-missing.ts';
import { dayOf, isoWeekday, minuteOfDay, parseClockTime, toDayNumber, yearOf } from './local-time.ts';
import type { CalendarException, CalendarYear, Week, WorkingCalendar } from './types.ts';

/** Minutes of the day, half-open. */
export type Span = readonly [from: number, to: number];

export interface DayPlan {
  readonly spans: readonly Span[];
  readonly minutes: number;
  readonly exception?: CalendarException;
}

/** Days from `firstDay`, dense; a year that was not entered has no plans. */
export interface CompiledCalendar {
  readonly id: string;
  readonly name: string;
  readonly firstDay: number;
  readonly plans: readonly (DayPlan | undefined)[];
  /** working minutes before each day; one entry more than there are days */
  readonly minutesBefore: Float64Array;
  readonly missingYears: readonly number[];
}

/**
 * Indexes a calendar. Throws RangeError when the data contradict themselves: an exception outside its year,
 * two for one day, a span that ends before it starts, no year at all.
 */
export function compileCalendar(data: WorkingCalendar): CompiledCalendar {
  const years = [...data.years].sort((a, b) => a.year - b.year);
  const first = years[0];
  const last = years.at(-1);
  if (!first || !last) throw new RangeError(`The calendar ${data.id} has no year`);
  const firstDay = firstDayOf(first.year);
  const plans = new Array<DayPlan | undefined>(firstDayOf(last.year + 1) - firstDay).fill(undefined);
  for (const year of years) {
    const offset = firstDayOf(year.year) - firstDay;
    planYear(year).forEach((plan, index) => {
      plans[offset + index] = plan;
    });
  }
  const entered = new Set(years.map(({ year }) => year));
  const missingYears: number[] = [];
  for (let year = first.year; year < last.year; year += 1) if (!entered.has(year)) missingYears.push(year);
  return { id: data.id, name: data.name, firstDay, plans, minutesBefore: accumulate(plans), missingYears };
}

/** What a day is like. Throws CalendarYearMissing when its year was not entered. */
export function planOf(calendar: CompiledCalendar, day: number): DayPlan {
  const plan = calendar.plans[day - calendar.firstDay];
  if (!plan) throw new CalendarYearMissing(yearOf(day), calendar.id);
  return plan;
}

/** Working minutes from the calendar's first day to a local minute: the measure that all sums share. */
export function workedUntil(calendar: CompiledCalendar, localMinute: number): number {
  const day = dayOf(localMinute);
  const time = minuteOfDay(localMinute);
  let worked = 0;
  for (const [from, to] of planOf(calendar, day).spans) {
    if (time > from) worked += Math.min(time, to) - from;
  }
  return calendar.minutesBefore[day - calendar.firstDay]! + worked;
}

/** Throws CalendarYearMissing when a year between two days (inclusive) was not entered. */
export function requireYears(calendar: CompiledCalendar, fromDay: number, toDay: number): void {
  planOf(calendar, fromDay);
  planOf(calendar, toDay);
  const [fromYear, toYear] = [yearOf(fromDay), yearOf(toDay)];
  const gap = calendar.missingYears.find((year) => year > fromYear && year < toYear);
  if (gap !== undefined) throw new CalendarYearMissing(gap, calendar.id);
}

const firstDayOf = (year: number): number => toDayNumber(`${year}-01-01`);

function planYear(year: CalendarYear): DayPlan[] {
  const start = firstDayOf(year.year);
  const exceptions = new Map<number, CalendarException>();
  for (const exception of year.exceptions) {
    const day = toDayNumber(exception.date);
    if (yearOf(day) !== year.year) throw new RangeError(`${exception.date} is not a day of ${year.year}`);
    if (exceptions.has(day)) throw new RangeError(`${exception.date} has two entries`);
    exceptions.set(day, exception);
  }
  const weeks = [
    { from: start, plans: planWeek(year.week) },
    ...(year.weekChanges ?? []).map(({ from, week }) => ({ from: toDayNumber(from), plans: planWeek(week) })),
  ].sort((a, b) => a.from - b.from);

  return Array.from({ length: firstDayOf(year.year + 1) - start }, (_, index) => {
    const day = start + index;
    const week = weeks.findLast(({ from }) => from <= day)!.plans;
    const exception = exceptions.get(day);
    return exception ? planException(exception, week) : week[isoWeekday(day)]!;
  });
}

/** Index 1..7; index 0 is unused. */
const planWeek = (week: Week): DayPlan[] =>
  Array.from({ length: 8 }, (_, weekday) => planSpans(week[String(weekday)] ?? []));

function planException(exception: CalendarException, week: DayPlan[]): DayPlan {
  if (exception.opening) return { ...planSpans(exception.opening), exception };
  // A swapped working day keeps the hours of an ordinary one.
  const works = exception.kind === 'swap-work';
  const ordinary = week.find((plan, weekday) => weekday > 0 && plan.minutes > 0);
  return works && ordinary ? { ...ordinary, exception } : { spans: [], minutes: 0, exception };
}

function planSpans(openings: Week[string]): DayPlan {
  const spans = openings
    .map(({ from, to }): Span => [parseClockTime(from), parseClockTime(to)])
    .sort((a, b) => a[0] - b[0]);
  let end = 0;
  let minutes = 0;
  for (const [from, to] of spans) {
    if (!(from >= end && to > from && to <= 1440)) throw new RangeError('Opening spans overlap or are empty');
    end = to;
    minutes += to - from;
  }
  return { spans, minutes };
}

function accumulate(plans: readonly (DayPlan | undefined)[]): Float64Array {
  const before = new Float64Array(plans.length + 1);
  plans.forEach((plan, index) => {
    before[index + 1] = before[index]! + (plan?.minutes ?? 0);
  });
  return before;
}
