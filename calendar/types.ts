/** What a working calendar is made of. Days are `YYYY-MM-DD` and times `HH:MM`, both in Asia/Ho_Chi_Minh. */

/** An instant, ISO-8601 in UTC (`2026-04-17T03:00:00.000Z`). */
export type Instant = string;
/** A civil day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export type Day = string;
export type Language = 'vi' | 'en';

/** One opening of the office: from the first minute to, but without, the last. */
export interface OpeningSpan {
  from: string;
  to: string;
}

/** ISO weekday `1` (Monday) .. `7` (Sunday) -> its openings; an absent weekday is the weekly day off. */
export type Week = { [weekday: string]: OpeningSpan[] };

export type ExceptionKind = 'holiday' | 'compensation' | 'swap-off' | 'swap-work';

/** A day that differs from its week (domain 5.2: the four kinds). */
export interface CalendarException {
  date: Day;
  name: string;
  kind: ExceptionKind;
  /** the text that says so */
  source: string;
  /** the openings of that day: a half day off, or other hours on a swapped Saturday (Monday's when absent) */
  opening?: OpeningSpan[] | undefined;
}

/** One year as an administrator enters it. A year that is not entered is unknown, never "without holidays". */
export interface CalendarYear {
  year: number;
  week: Week;
  /** office hours that change within the year, each valid from its day on */
  weekChanges?: { from: Day; week: Week }[] | undefined;
  exceptions: CalendarException[];
  decidedBy?: string | undefined;
}

/** A calendar of one office or counter: the general one, or one open on Saturday morning. */
export interface WorkingCalendar {
  id: string;
  name: string;
  years: CalendarYear[];
}

/** A statutory limit: DL01 (8-hour working days), DL02 (the kind of day is stored), DL09 (same day). */
export interface Limit {
  amount: number;
  unit: 'working-days' | 'working-hours' | 'calendar-days' | 'same-day';
}

/** One line of a sum; `at` is the moment it speaks of. */
export interface ExplainLine {
  at?: Instant;
  text: string;
}

/** A moment worked out, with the sum that led to it (empty when no language was asked for). */
export interface Reckoning {
  at: Instant;
  explain: ExplainLine[];
}
