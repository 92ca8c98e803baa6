/** How a result stands against its due date. */
import { dayOf, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

export type Timeliness = 'early' | 'on-time' | 'late';

/** Compares the local dates of result and due date, not the hours (DL23; S4 Art. 14.4). */
export function timeliness(resultAt: Instant, dueAt: Instant): Timeliness {
  const days = dayOf(toLocalMinute(resultAt)) - dayOf(toLocalMinute(dueAt));
  if (days === 0) return 'on-time';
  return days < 0 ? 'early' : 'late';
}
