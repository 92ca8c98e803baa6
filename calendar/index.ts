/** Working time, and the deadline clock of a dossier. Pure; Asia/Ho_Chi_Minh. */
export { addCalendarDays } from './add-calendar-days.ts';
export { addElapsed } from './add-elapsed.ts';
export { addWorking, subtractWorking } from './add-working.ts';
export { CalendarYearMissing } from './calendar-year-missing.ts';
export { type ChangedDay, changedDays } from './changed-days.ts';
export { type CompiledCalendar, compileCalendar } from './compile-calendar.ts';
export {
  type ClockAct,
  type ClockChange,
  type ClockPolicy,
  type ClockRefusalCode,
  ClockRefused,
  DEFAULT_CLOCK_POLICY,
  type DeadlineClock,
  extend,
  extensionDays,
  latestExtension,
  type PauseCause,
  pause,
  reset,
  resume,
  startClock,
  stop,
} from './deadline-clock.ts';
export { type DueAnswer, dueDate, WORKING_DAY_MINUTES } from './due-date.ts';
export { effectiveReception, isWorkingDay, nextOpening } from './effective-reception.ts';
export { explainClock } from './explain-clock.ts';
export { lunarDay } from './lunar-day.ts';
export { type NoticeDay, noticeDay } from './notice-day.ts';
export {
  dutyBy,
  jointReception,
  type OfficeDuty,
  postalResultBy,
  SUPPLEMENT_WITHIN_DAYS,
  secondDelivery,
  stopNotBefore,
  supplementBy,
  transferBy,
} from './office-duties.ts';
export { proposeCompensation } from './propose-compensation.ts';
export { proposeHolidays } from './propose-holidays.ts';
export { recountClock } from './recount-clock.ts';
export { sameDay } from './same-day.ts';
export { type StepTime, stepDueAt, type TimerTime, timerInstant, workingMinutes } from './step-time.ts';
export { type Timeliness, timeliness } from './timeliness.ts';
export type * from './types.ts';
export { workingBetween } from './working-between.ts';
