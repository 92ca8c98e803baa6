import type { Instant } from '../types.ts';

/** The parts of an ISO-8601 duration. */
export interface Duration {
  sign: 1 | -1;
  years: number;
  months: number;
  days: number;
  milliseconds: number;
}

const PATTERN =
  /^([+-])?P(?!$)(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=[\d])(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `P1DT4H`, `PT30M`, `P2W`; undefined when the text is no duration. Any length is fine. */
export function parseDuration(text: string): Duration | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  // a fraction of a year or month has no fixed length
  if (years! % 1 !== 0 || months! % 1 !== 0) return undefined;
  const wholeDays = Math.trunc(days! + weeks! * 7);
  return {
    sign: match[1] === '-' ? -1 : 1,
    years: years!,
    months: months!,
    days: wholeDays,
    milliseconds: Math.round(
      (days! + weeks! * 7 - wholeDays) * DAY + hours! * HOUR + minutes! * 60_000 + seconds! * 1000,
    ),
  };
}

/** `from` plus a duration in calendar time, months counted in UTC and held to the month's last day. */
export function addDuration(from: Instant, duration: Duration): Instant {
  const { sign } = duration;
  const date = new Date(from);
  const months = duration.years * 12 + duration.months;
  if (months > 0) {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + sign * months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return toInstant(date.getTime() + sign * (duration.days * DAY + duration.milliseconds));
}

/** Milliseconds since 1970 as an instant, held within what ISO-8601 with four-digit years can say. */
function toInstant(milliseconds: number): Instant {
  const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
  // Date.UTC would take the year 0 for 1900
  const FIRST = Date.parse('0000-01-01T00:00:00Z');
  return new Date(Math.min(LAST, Math.max(FIRST, milliseconds))).toISOString();
}

/** A date or date-time of ISO-8601; without a zone it is UTC. Undefined when the text is none. */
export function parseInstant(text: string): Instant | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, day, time = '00:00', zone = 'Z'] = match;
  const isoZone = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const milliseconds = Date.parse(`${day}T${time.replace(',', '.')}${isoZone}`);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
