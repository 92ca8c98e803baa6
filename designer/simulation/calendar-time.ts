import { addWorking, type CompiledCalendar, workingBetween } from '../../calendar/index.ts';
import type { WorkingTime } from '../../engine/index.ts';

const MINUTE_MS = 60_000;

/** The house's calendar for a simulation: people work in office hours, and not on holidays. To the minute. */
export const calendarTime = (calendar: CompiledCalendar): WorkingTime => ({
  add: (from, milliseconds) =>
    addWorking({ calendar, from, minutes: Math.max(0, Math.round(milliseconds / MINUTE_MS)) }).at,
  between: (from, to) => workingBetween({ calendar, from, to }) * MINUTE_MS,
});
