/**
 * Local time of Asia/Ho_Chi_Minh as plain whole numbers: minutes and days since 1970-01-01 00:00 local.
 * The zone has been UTC+7 without summer time since 1975, so the sum needs no zone tables.
 */
import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from './types.ts';

export const DAY_MINUTES = 1440;
const OFFSET_MINUTES = 7 * 60;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const STORED_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Whole local minutes; seconds are dropped, as on the counter's clock. Throws RangeError on a bad instant. */
export function toLocalMinute(instant: Instant): number {
  // Stored instants have one form, and reading it is most of a sum's time; Temporal reads every other form.
  const stored = STORED_INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  const epoch = Number.isNaN(stored) ? Temporal.Instant.from(instant).epochMilliseconds : stored;
  return Math.floor(epoch / MINUTE_MS) + OFFSET_MINUTES;
}

export const toInstant = (localMinute: number): Instant =>
  new Date((localMinute - OFFSET_MINUTES) * MINUTE_MS).toISOString();

export const dayOf = (localMinute: number): number => Math.floor(localMinute / DAY_MINUTES);
export const minuteOfDay = (localMinute: number): number => localMinute - dayOf(localMinute) * DAY_MINUTES;

/** `YYYY-MM-DD` -> days since 1970-01-01. Throws RangeError when there is no such day. */
export const toDayNumber = (day: Day): number =>
  Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds / DAY_MS;

export const toDay = (dayNumber: number): Day => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
export const yearOf = (dayNumber: number): number => new Date(dayNumber * DAY_MS).getUTCFullYear();

/** ISO weekday: 1 Monday .. 7 Sunday. */
export const isoWeekday = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/** `HH:MM` -> minutes of the day. */
export const parseClockTime = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export const formatClockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
