/** Limits of "the same day" (chứng thực, bản sao từ sổ gốc, trích lục). */
import type { CompiledCalendar } from './compile-calendar.ts';
import { closingOf, openingAt, workingDayFrom } from './effective-reception.ts';
import { dayOf, minuteOfDay, toInstant, toLocalMinute } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { Instant, Language, Reckoning } from './types.ts';

/** Received later than this: the next working day (DL09; Decree 23/2015/NĐ-CP Art. 7). */
const SAME_DAY_UNTIL = 15 * 60;

export interface SameDaySum {
  calendar: CompiledCalendar;
  from: Instant;
  language?: Language | undefined;
}

/**
 * The close of office on the day of reception, or on the next working day when received after 15:00 (DL09).
 * Reception outside office hours counts from the next opening (DL05). Throws CalendarYearMissing.
 */
export function sameDay({ calendar, from, language }: SameDaySum): Reckoning {
  const received = openingAt(calendar, toLocalMinute(from));
  const isLate = minuteOfDay(received) > SAME_DAY_UNTIL;
  const day = isLate ? workingDayFrom(calendar, dayOf(received) + 1) : dayOf(received);
  const due = closingOf(calendar, day);
  if (!language) return { at: toInstant(due), explain: [] };
  const say = sentences(language);
  return {
    at: toInstant(due),
    explain: [
      { at: toInstant(received), text: isLate ? say.sameDayLate(received) : say.sameDay(received) },
      { at: toInstant(due), text: say.due(due) },
    ],
  };
}
