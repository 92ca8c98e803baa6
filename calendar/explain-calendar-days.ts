/** The sum of a limit in calendar days, as a clerk says it with a paper calendar. */
import { type CompiledCalendar, planOf } from './compile-calendar.ts';
import { closingOf } from './effective-reception.ts';
import { toInstant } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { ExplainLine, Language } from './types.ts';

export function explainCalendarDays(sum: {
  calendar: CompiledCalendar;
  firstDay: number;
  lastDay: number;
  dueDay: number;
  language: Language;
}): ExplainLine[] {
  const { calendar, firstDay, lastDay, dueDay, language } = sum;
  const say = sentences(language);
  const lines: ExplainLine[] = [{ text: say.calendarDays(firstDay, lastDay) }];
  for (let day = lastDay; day < dueDay; day += 1) {
    lines.push({ text: say.movedOn(day, planOf(calendar, day).exception) });
  }
  const due = closingOf(calendar, dueDay);
  lines.push({ at: toInstant(due), text: say.due(due) });
  return lines;
}
