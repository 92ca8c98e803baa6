/** When a dossier received at a moment is due under a statutory limit. */
import { addCalendarDays } from './add-calendar-days.ts';
import { addWorking } from './add-working.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { effectiveReception, type Reception } from './effective-reception.ts';
import { sameDay } from './same-day.ts';
import type { ExplainLine, Instant, Language, Limit } from './types.ts';

/** DL01: a working day of a limit is eight working hours. */
export const WORKING_DAY_MINUTES = 8 * 60;

export interface DueQuestion {
  calendar: CompiledCalendar;
  receivedAt: Instant;
  limit: Limit;
  channel?: Reception['channel'];
  /** write the sum out; without it `explain` is empty */
  language?: Language | undefined;
}

export interface DueAnswer {
  dueAt: Instant;
  /** the moment the limit is counted from, which is `receivedAt` within office hours */
  countedFrom: Instant;
  explain: ExplainLine[];
}

/**
 * Counts the limit from the moment that counts as reception (DL05, DL06, DL30).
 * Throws CalendarYearMissing when a year on the way was not entered.
 */
export function dueDate({ calendar, receivedAt, limit, channel, language }: DueQuestion): DueAnswer {
  const reception = effectiveReception({ calendar, at: receivedAt, channel, language });
  const sum = { calendar, from: reception.at, language };
  const due = countLimit(sum, limit);
  return { dueAt: due.at, countedFrom: reception.at, explain: [...reception.explain, ...due.explain] };
}

function countLimit(
  sum: { calendar: CompiledCalendar; from: Instant; language?: Language | undefined },
  limit: Limit,
) {
  switch (limit.unit) {
    case 'working-days':
      return addWorking({ ...sum, minutes: limit.amount * WORKING_DAY_MINUTES });
    case 'working-hours':
      return addWorking({ ...sum, minutes: limit.amount * 60 });
    case 'calendar-days':
      return addCalendarDays({ ...sum, days: limit.amount });
    case 'same-day':
      return sameDay(sum);
  }
}
