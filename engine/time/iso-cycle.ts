import type { Instant } from '../types.ts';
import { type Duration, parseDuration, parseInstant } from './iso-duration.ts';

/**
 * A repeating interval of ISO-8601: `R3/PT10H`, `R/2026-01-05T00:00:00Z/P1D`, `R5/P1D/2026-02-01T00:00:00Z`, or between two
 * instants, `R3/2026-01-05T00:00:00Z/2026-01-06T00:00:00Z`.
 */
export interface Cycle {
  /** how often it fires; absent: without end */
  repetitions?: number;
  start?: Instant;
  interval: Duration;
  /** the interval as written */
  iso: string;
  end?: Instant;
}

/** Undefined when the text is no repeating interval. A bare duration repeats without end. */
export function parseCycle(text: string): Cycle | undefined {
  const parts = text.trim().split('/');
  if (parts.length === 1) {
    const interval = parseDuration(parts[0]!);
    return interval && { interval, iso: parts[0]! };
  }
  const head = /^R(\d*)$/.exec(parts[0]!);
  if (!head || parts.length > 3) return undefined;
  const cycle: Partial<Cycle> = head[1] ? { repetitions: Number(head[1]) } : {};
  for (const part of parts.slice(1)) {
    const duration = parseDuration(part);
    const instant = duration ? undefined : parseInstant(part);
    if (instant && cycle.start && !cycle.interval) Object.assign(cycle, between(cycle.start, instant));
    else if (duration && !cycle.interval) Object.assign(cycle, { interval: duration, iso: part });
    else if (instant && !cycle.interval) cycle.start = instant;
    else if (instant) cycle.end = instant;
    else return undefined;
  }
  return cycle.interval ? (cycle as Cycle) : undefined;
}

/** The first interval given by where it starts and ends; nothing when it has no length. */
function between(start: Instant, end: Instant): Pick<Partial<Cycle>, 'interval' | 'iso'> {
  const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
  const iso = `PT${seconds}S`;
  const interval = seconds > 0 ? parseDuration(iso) : undefined;
  return interval ? { interval, iso } : {};
}
