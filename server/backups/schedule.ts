/** When backups are taken: at a time of day in Asia/Ho_Chi_Minh (UTC+7 all year), each day, week or month. */
import type { BackupSchedule } from '../contract/backups.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FORM =
  /^(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)\s+|(?<day>\d{1,2})\s+)?(?<time>([01]\d|2[0-3]):[0-5]\d)$/i;
/** Every month has it. */
const LAST_DAY = 28;

/** `01:30` each day, `sun 01:30` each week, `1 01:30` on the first of each month; null when it is none of these. */
export function readSchedule(text: string): BackupSchedule | null {
  const { weekday, day, time } = FORM.exec(text.trim())?.groups ?? {};
  if (time === undefined) return null;
  if (weekday) return { every: 'week', weekday: WEEKDAYS.indexOf(weekday.toLowerCase()) + 1, time };
  if (!day) return { every: 'day', time };
  const number = Number(day);
  return number >= 1 && number <= LAST_DAY ? { every: 'month', day: number, time } : null;
}

/** The latest scheduled instant that is not after `now`; milliseconds since the epoch. */
export const lastSlot = (schedule: BackupSchedule, now: number): number => slotFrom(schedule, now, -1);

/** The first scheduled instant after `now`; milliseconds since the epoch. */
export const nextSlot = (schedule: BackupSchedule, now: number): number => slotFrom(schedule, now, 1);

const DAY_MS = 24 * 3_600_000;
const OFFSET_MS = 7 * 3_600_000;
/** No schedule leaves more days out. */
const LONGEST_GAP_DAYS = 32;

function slotFrom(schedule: BackupSchedule, now: number, direction: 1 | -1): number {
  const today = Math.floor((now + OFFSET_MS) / DAY_MS);
  for (let step = 0; step <= LONGEST_GAP_DAYS; step += 1) {
    const day = today + direction * step;
    const slot = day * DAY_MS - OFFSET_MS + timeOfDay(schedule);
    if (fallsOn(schedule, day) && (direction === 1 ? slot > now : slot <= now)) return slot;
  }
  throw new Error('a schedule without a day');
}

/** @param dayNumber days since 1970-01-01, a Thursday */
function fallsOn({ every, weekday, day }: BackupSchedule, dayNumber: number): boolean {
  if (every === 'week') return ((((dayNumber + 3) % 7) + 7) % 7) + 1 === weekday;
  return every === 'day' || new Date(dayNumber * DAY_MS).getUTCDate() === day;
}

function timeOfDay({ time }: BackupSchedule): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
