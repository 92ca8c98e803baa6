/** Hours of the clock on the wall, whatever the office does (DL25: the post has 24 of them). */
import { toInstant, toLocalMinute } from './local-time.ts';
import { sentences } from './sentences.ts';
import type { Instant, Language, Reckoning } from './types.ts';

export interface ElapsedSum {
  from: Instant;
  hours: number;
  language?: Language | undefined;
}

/** `hours` later, to the minute; no calendar is asked. */
export function addElapsed({ from, hours, language }: ElapsedSum): Reckoning {
  const start = toLocalMinute(from);
  const end = start + Math.round(hours * 60);
  if (!language) return { at: toInstant(end), explain: [] };
  const say = sentences(language);
  return {
    at: toInstant(end),
    explain: [
      { at: toInstant(start), text: say.elapsed(start, hours) },
      { at: toInstant(end), text: say.due(end) },
    ],
  };
}
