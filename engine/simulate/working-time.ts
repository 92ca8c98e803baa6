import { parseDuration } from '../time/iso-duration.ts';
import type { Instant, StepDuration } from '../types.ts';

/** The calendar, as far as a simulation needs it; all spans in milliseconds. */
export interface WorkingTime {
  /** the instant at which so much working time from `from` is over */
  add(from: Instant, milliseconds: number): Instant;
  /** working time between two instants */
  between(from: Instant, to: Instant): number;
}

/** Without a calendar time runs on, day and night. */
export const roundTheClock: WorkingTime = {
  add: (from, milliseconds) => new Date(Date.parse(from) + milliseconds).toISOString(),
  between: (from, to) => Date.parse(to) - Date.parse(from),
};

const HOUR = 3_600_000;

/** Length of an allotted duration: a working day is 8 hours, a calendar day 24. */
export function millisecondsOf(duration: StepDuration | undefined): number {
  const parts = duration && duration.counts !== 'none' ? parseDuration(duration.iso) : undefined;
  if (!parts) return 0;
  const day = duration!.counts === 'working' ? 8 * HOUR : 24 * HOUR;
  return (parts.days + parts.months * 30 + parts.years * 365) * day + parts.milliseconds;
}
