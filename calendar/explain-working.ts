/** The sum of working time, day by day; like days that follow each other share a line. */
import type { CompiledCalendar } from './compile-calendar.ts';
import { runsOf } from './day-run.ts';
import { DAY_MINUTES, toInstant } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { ExplainLine, Language } from './types.ts';

export interface WorkingSpan {
  calendar: CompiledCalendar;
  /** local minutes */
  start: number;
  end: number;
  language: Language;
}

export function explainWorking({ calendar, start, end, language }: WorkingSpan): ExplainLine[] {
  const say = sentences(language);
  const lines: ExplainLine[] = [{ at: toInstant(start), text: say.start(start) }];
  let total = 0;
  for (const run of runsOf(calendar, start, end)) {
    total += run.minutes;
    const first = run.counted[0];
    const text = first ? say.worked(run, total) : say.off(run);
    lines.push(first ? { at: toInstant(run.first * DAY_MINUTES + first[0]), text } : { text });
  }
  lines.push({ at: toInstant(end), text: say.due(end) });
  return lines;
}
