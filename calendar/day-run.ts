/** Days of one kind in a row: the lines of a written-out sum. */
import { type CompiledCalendar, type DayPlan, planOf } from './compile-calendar.ts';
import { DAY_MINUTES, dayOf } from './local-time.ts';

export interface DayRun {
  first: number;
  last: number;
  plan: DayPlan;
  /** what was counted of each day, in minutes of the day; empty on a day off */
  counted: (readonly [number, number])[];
  minutes: number;
}

/** The days from one local minute to another, in rows of like days. Throws CalendarYearMissing. */
export function runsOf(calendar: CompiledCalendar, start: number, end: number): DayRun[] {
  const runs: DayRun[] = [];
  for (let day = dayOf(start); day <= dayOf(end); day += 1) {
    const run = runOfDay(calendar, day, start, end);
    const previous = runs.at(-1);
    // A working day on which nothing was left to count says nothing.
    if (run.minutes === 0 && run.plan.minutes > 0) continue;
    if (previous && isAlike(previous, run)) {
      previous.last = day;
      previous.minutes += run.minutes;
    } else runs.push(run);
  }
  return runs;
}

function runOfDay(calendar: CompiledCalendar, day: number, start: number, end: number): DayRun {
  const plan = planOf(calendar, day);
  const midnight = day * DAY_MINUTES;
  const counted = plan.spans
    .map(([from, to]) => [Math.max(from, start - midnight), Math.min(to, end - midnight)] as const)
    .filter(([from, to]) => to > from);
  const minutes = counted.reduce((sum, [from, to]) => sum + to - from, 0);
  return { first: day, last: day, plan, counted, minutes };
}

function isAlike(run: DayRun, next: DayRun): boolean {
  const isFull = run.minutes === run.plan.minutes * (run.last - run.first + 1);
  return (
    isFull &&
    next.minutes === next.plan.minutes &&
    next.plan.minutes === run.plan.minutes &&
    next.plan.exception?.name === run.plan.exception?.name &&
    next.plan.exception?.kind === run.plan.exception?.kind &&
    next.plan.exception?.source === run.plan.exception?.source
  );
}
