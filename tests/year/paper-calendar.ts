/**
 * A clerk with a paper calendar: due dates counted minute by minute and day by day from lists written down here. Slow,
 * and on purpose without a line of the product's calendar.
 */

const MINUTE = 60_000;
const DAY = 24 * 60;
const VIETNAM = 7 * 60;

/** Domain 5.2, what the sample province enters for 2026 and 2027: weekdays on which nobody works. */
const DAYS_OFF = new Set(
  [
    '2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01',
    '2026-08-31 2026-09-01 2026-09-02 2026-11-24',
    '2027-01-01 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11 2027-04-16 2027-04-30 2027-05-03',
    '2027-09-02 2027-09-03 2027-11-24',
  ].flatMap((line) => line.split(' ')),
);
/** Saturdays on which everybody works. */
const WORKING_SATURDAYS = new Set(['2026-08-22']);

/** Minutes since 1970 on the clock of Việt Nam. */
export const wall = (instant: string): number => Math.floor(Date.parse(instant) / MINUTE) + VIETNAM;
export const instantOf = (minute: number): string => new Date((minute - VIETNAM) * MINUTE).toISOString();

const dateOf = (day: number): string => new Date(day * DAY * MINUTE).toISOString().slice(0, 10);
export const dayOf = (minute: number): number => Math.floor(minute / DAY);

const looked = new Map<number, boolean>();

/** A day is looked up on paper once. */
export function isWorkingDay(day: number): boolean {
  const known = looked.get(day) ?? lookUp(day);
  looked.set(day, known);
  return known;
}

function lookUp(day: number): boolean {
  const date = dateOf(day);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (WORKING_SATURDAYS.has(date)) return true;
  return weekday !== 0 && weekday !== 6 && !DAYS_OFF.has(date);
}

/** 07:00-11:00 and 13:00-17:00. */
function isWorked(minute: number): boolean {
  const time = minute % DAY;
  const isOpen = (time >= 7 * 60 && time < 11 * 60) || (time >= 13 * 60 && time < 17 * 60);
  return isOpen && isWorkingDay(dayOf(minute));
}

/** The first moment at or after `minute` at which the office is open; its closing minutes belong to it. */
export function receivedAt(minute: number): number {
  let at = minute;
  while (!isWorked(at) && !isWorked(at - 1)) at += 1;
  return at;
}

export function addWorked(from: number, minutes: number): number {
  let at = from;
  for (let left = minutes; left > 0; at += 1) if (isWorked(at)) left -= 1;
  return at;
}

export function workedBetween(from: number, to: number): number {
  let minutes = 0;
  for (let at = from; at < to; at += 1) if (isWorked(at)) minutes += 1;
  return minutes;
}

/** 17:00 of the first working day at or after a day (DL03). */
export function closeFrom(day: number): number {
  let last = day;
  while (!isWorkingDay(last)) last += 1;
  return last * DAY + 17 * 60;
}

/** The last working day before a day. */
export function workingDayBefore(day: number): number {
  let last = day - 1;
  while (!isWorkingDay(last)) last -= 1;
  return last;
}
