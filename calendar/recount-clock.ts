/** The clock of a dossier counted again from its first day, on a calendar that has changed since. */
import type { CompiledCalendar } from './compile-calendar.ts';
import {
  type ClockAct,
  type ClockChange,
  type DeadlineClock,
  daysBetween,
  pause,
  reset,
  resume,
  startClock,
} from './deadline-clock.ts';
import { closingOf, workingDayFrom } from './effective-reception.ts';
import { dayOf, toInstant, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

/**
 * Lives the history of the clock through once more: every start, pause and reset at its own moment. A date that an
 * extension named stays, unless the limit itself now ends later or that date has become a day off (DL03). What was
 * promised first stays as `originalDueAt`; a due date that moved leaves a change of its own, one that did not
 * leaves the clock as it was. Throws CalendarYearMissing.
 */
export function recountClock(
  clock: DeadlineClock,
  { calendar, ...act }: ClockAct & { calendar: CompiledCalendar },
): DeadlineClock {
  const [start, ...further] = clock.changes;
  if (start?.what !== 'start' || clock.state === 'stopped') return clock;
  const { limit, policy, channel } = clock;
  const begun = startClock({ calendar, limit, policy, channel, ...start });
  const { countedFrom, dueAt, days } = further.reduce((now, change) => live(now, change, calendar), begun);
  if (dueAt === clock.dueAt) return clock;
  return {
    ...clock,
    countedFrom,
    dueAt,
    days,
    changes: [...clock.changes, { ...act, what: 'recount', dueBefore: clock.dueAt, dueAfter: dueAt }],
  };
}

function live(clock: DeadlineClock, change: ClockChange, calendar: CompiledCalendar): DeadlineClock {
  switch (change.what) {
    case 'pause':
      return pause(clock, { ...change, cause: change.cause ?? 'suspension' });
    case 'resume':
      // A result that was found wrong runs on without having been paused.
      return clock.state === 'paused' ? resume(clock, { ...change, calendar }) : clock;
    case 'reset':
      return reset(clock, { ...change, calendar });
    case 'extend':
      return named(clock, change.dueAfter, calendar);
    default:
      return clock;
  }
}

/** The day that an extension promised, or the working day after it. */
function named(
  clock: DeadlineClock,
  promised: Instant | undefined,
  calendar: CompiledCalendar,
): DeadlineClock {
  if (promised === undefined) return clock;
  const day = dayOf(toLocalMinute(promised));
  const workingDay = workingDayFrom(calendar, day);
  const dueAt = workingDay === day ? promised : toInstant(closingOf(calendar, workingDay));
  if (dueAt <= clock.dueAt) return clock;
  return {
    ...clock,
    dueAt,
    days: clock.days === undefined ? undefined : daysBetween(clock.countedFrom, dueAt),
  };
}
