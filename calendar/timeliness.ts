/** How a result or an open task stands against its due date. */
import { dayOf, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

export type Timeliness = 'early' | 'on-time' | 'late';
export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

/** Days ahead that count as soon: Friday already shows what is due on Monday. */
const SOON_DAYS = 3;

/** Compares the local dates of result and due date, not the hours (DL23; S4 Art. 14.4). */
export function timeliness(resultAt: Instant, dueAt: Instant): Timeliness {
  const days = dayOf(toLocalMinute(resultAt)) - dayOf(toLocalMinute(dueAt));
  if (days === 0) return 'on-time';
  return days < 0 ? 'early' : 'late';
}

/** Open work: overdue once `now` has passed the due moment (DL23), else by the local date it is due on. */
export function urgency(dueAt: Instant | undefined, now: Instant): Urgency {
  if (dueAt === undefined) return 'later';
  const due = toLocalMinute(dueAt);
  const present = toLocalMinute(now);
  if (present > due) return 'overdue';
  const days = dayOf(due) - dayOf(present);
  if (days === 0) return 'today';
  return days <= SOON_DAYS ? 'soon' : 'later';
}
