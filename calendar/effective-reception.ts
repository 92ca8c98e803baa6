/** When a dossier counts as received, and when the office is next open (DL05, DL06). */
import { type CompiledCalendar, planOf } from './compile-calendar.ts';
import { runsOf } from './day-run.ts';
import { DAY_MINUTES, dayOf, minuteOfDay, toDayNumber, toInstant, toLocalMinute } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { Day, ExplainLine, Instant, Language, Reckoning } from './types.ts';

/** Online filing after this time is received on the next working day (DL06; S4 Art. 9.1). */
const ONLINE_UNTIL = 17 * 60;

export interface Reception {
  calendar: CompiledCalendar;
  at: Instant;
  channel?: 'counter' | 'online' | 'postal' | undefined;
  language?: Language | undefined;
}

/**
 * The moment that counts as reception: before opening -> the opening, lunch -> the afternoon's, after closing
 * or on a day off -> the next working morning (DL05); online after 17:00 -> the next working morning (DL06).
 * Throws CalendarYearMissing.
 */
export function effectiveReception({ calendar, at, channel, language }: Reception): Reckoning {
  const arrived = toLocalMinute(at);
  const isLateOnline = channel === 'online' && minuteOfDay(arrived) > ONLINE_UNTIL;
  const received = openingAt(calendar, isLateOnline ? (dayOf(arrived) + 1) * DAY_MINUTES : arrived);
  const explain =
    language && received !== arrived ? explainReception(calendar, { arrived, received, language }) : [];
  return { at: toInstant(received), explain };
}

/** The moment that counts, and the days off that lie before it. */
function explainReception(
  calendar: CompiledCalendar,
  { arrived, received, language }: { arrived: number; received: number; language: Language },
): ExplainLine[] {
  const say = sentences(language);
  const daysOff = runsOf(calendar, arrived, received).filter(({ plan }) => plan.minutes === 0);
  return [
    { at: toInstant(received), text: say.receivedOutsideHours(arrived, received) },
    ...daysOff.map((run) => ({ text: say.off(run) })),
  ];
}

/** `at` itself when the office is open then, otherwise its next opening. Throws CalendarYearMissing. */
export const nextOpening = ({ calendar, at }: { calendar: CompiledCalendar; at: Instant }): Instant =>
  toInstant(openingAt(calendar, toLocalMinute(at)));

/** Whether the office opens at all on that day. Throws CalendarYearMissing. */
export const isWorkingDay = (calendar: CompiledCalendar, day: Day): boolean =>
  planOf(calendar, toDayNumber(day)).minutes > 0;

/** As `nextOpening`, in local minutes. The closing minute still belongs to the opening. */
export function openingAt(calendar: CompiledCalendar, localMinute: number): number {
  const time = minuteOfDay(localMinute);
  const today = dayOf(localMinute);
  for (const [from, to] of planOf(calendar, today).spans) {
    if (time <= to) return today * DAY_MINUTES + Math.max(time, from);
  }
  const day = workingDayFrom(calendar, today + 1);
  return day * DAY_MINUTES + planOf(calendar, day).spans[0]![0];
}

/** The first working day at or after a day number. */
export function workingDayFrom(calendar: CompiledCalendar, day: number): number {
  let candidate = day;
  while (planOf(calendar, candidate).minutes === 0) candidate += 1;
  return candidate;
}

/** The closing minute of a working day. */
export const closingOf = (calendar: CompiledCalendar, day: number): number =>
  day * DAY_MINUTES + planOf(calendar, day).spans.at(-1)![1];
