/** How a wait moved a due date: what was waited, and the sum that the clerk repeats (DL15, DL17). */
import { addCalendarDays } from './add-calendar-days.ts';
import { addWorking } from './add-working.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { runsOf } from './day-run.ts';
import { daysBetween } from './deadline-clock.ts';
import { toLocalMinute } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { ExplainLine, Instant, Language } from './types.ts';
import { workingBetween } from './working-between.ts';

export interface Wait {
  calendar: CompiledCalendar;
  from: Instant;
  to: Instant;
  language: Language;
}

/** Calendar days waited are added to the days granted, and the whole is counted from its first day again. */
export function explainDaysWaited(
  { calendar, from, to, language }: Wait,
  { countedFrom, days }: { countedFrom: Instant; days: number },
): ExplainLine[] {
  const say = sentences(language);
  const waited = daysBetween(from, to);
  if (waited === 0) return [{ text: say.waitedNothing }];
  const sum = addCalendarDays({ calendar, from: countedFrom, days: days + waited, language });
  return [{ text: say.waitedDays(days, waited) }, ...sum.explain];
}

/** Working time waited is added to the due date that held. */
export function explainTimeWaited(
  { calendar, from, to, language }: Wait,
  { dueBefore }: { dueBefore: Instant },
): ExplainLine[] {
  const say = sentences(language);
  const minutes = Math.max(0, workingBetween({ calendar, from, to }));
  if (minutes === 0) return [{ text: say.waitedNothing }];
  let total = 0;
  const days = runsOf(calendar, toLocalMinute(from), toLocalMinute(to)).map((run) => {
    total += run.minutes;
    return { text: run.counted.length > 0 ? say.worked(run, total) : say.off(run) };
  });
  const { explain } = addWorking({ calendar, from: dueBefore, minutes, language });
  return [...days, { text: say.waitedTime(minutes) }, ...explain];
}
