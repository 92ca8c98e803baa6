/** By when the office itself owes something to an applicant or to another agency, whatever the limit of the procedure. */
import { addCalendarDays } from './add-calendar-days.ts';
import { addWorking } from './add-working.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { effectiveReception, openingAt, type Reception } from './effective-reception.ts';
import { DAY_MINUTES, dayOf, minuteOfDay, toInstant, toLocalMinute } from './local-time.ts';
import type { Instant } from './types.ts';

/** Working minutes after reception (an hour is 60, a day 480). */
const DUTIES = {
  /** DL11: the officer hears of a new online dossier */
  'online-alert': 2 * 60,
  /** DL10: it is accepted, or completion is asked for (Decree 45/2020 Art. 11) */
  'online-answer': 8 * 60,
  /** DL12: the slip for what is missing of a paper dossier */
  'paper-supplement': 8 * 60,
  /** DL08: the paper file reaches the resolving body */
  'paper-transfer': 8 * 60,
} as const;

export type OfficeDuty = keyof typeof DUTIES;

/** Counted from the moment that counts as reception (DL05, DL06). Throws CalendarYearMissing. */
export function dutyBy({ duty, ...reception }: Reception & { duty: OfficeDuty }): Instant {
  const from = effectiveReception(reception).at;
  return addWorking({ calendar: reception.calendar, from, minutes: DUTIES[duty] }).at;
}

interface Moment {
  calendar: CompiledCalendar;
  at: Instant;
}

/** Received later than this, the electronic file is handed on the next working morning (DL08; Decree 61/2018 Art. 18). */
const TRANSFER_UNTIL = 15 * 60;

/**
 * By when the electronic file is with the resolving body: the end of the day of reception, or the start of the next
 * working day when received after 15:00 (DL08). Throws CalendarYearMissing.
 */
export function transferBy({ calendar, at }: Moment): Instant {
  const received = openingAt(calendar, toLocalMinute(at));
  const tomorrow = (dayOf(received) + 1) * DAY_MINUTES;
  if (minuteOfDay(received) > TRANSFER_UNTIL) return toInstant(openingAt(calendar, tomorrow));
  return addCalendarDays({ calendar, from: toInstant(received), days: 0 }).at;
}

/** Working days after reception within which the examiner may ask for a supplement (Decree 61/2018 Art. 19.4). */
export const SUPPLEMENT_WITHIN_DAYS = 3;

/** Close of the last working day on which a supplement may be asked for (DL13). Throws CalendarYearMissing. */
export function supplementBy({
  calendar,
  at,
  days = SUPPLEMENT_WITHIN_DAYS,
}: Moment & { days?: number }): Instant {
  const last = addWorking({ calendar, from: at, minutes: days * 8 * 60 }).at;
  return addCalendarDays({ calendar, from: last, days: 0 }).at;
}

/** The agencies of a joint procedure begin at this time of a working day (decree on karaoke; DL07). */
const JOINT_OPENING = 8 * 60;
const JOINT_LAST_HOUR = 60;

/**
 * From when the limit of a joint procedure counts: what reaches the portal after 17:00 or on a day off, from 08:00 of
 * the next working day; what comes within the last hour of the office, from the next working day (DL07). For
 * procedures whose decree says so alone. Throws CalendarYearMissing.
 */
export function jointReception({ calendar, at }: Moment): Instant {
  const arrived = toLocalMinute(at);
  const today = effectiveReception({ calendar, at, channel: 'online' }).at;
  const isToday = dayOf(toLocalMinute(today)) === dayOf(arrived);
  const close = toLocalMinute(addCalendarDays({ calendar, from: at, days: 0 }).at);
  if (isToday && arrived < close - JOINT_LAST_HOUR) return today;
  const next = toLocalMinute(
    isToday ? toInstant(openingAt(calendar, (dayOf(arrived) + 1) * DAY_MINUTES)) : today,
  );
  return toInstant(Math.max(next, dayOf(next) * DAY_MINUTES + JOINT_OPENING));
}

/** Working days between two attempts of the post to deliver (Circular 17/2017/TT-BTTTT). */
const SECOND_ATTEMPT_DAYS = 2;
const POSTAL_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Within the province the post hands a result out within 24 hours (DL25; Decision 45/2016/QĐ-TTg). */
export const postalResultBy = (handedOver: Instant): Instant =>
  new Date(Date.parse(handedOver) + POSTAL_HOURS * HOUR_MS).toISOString();

/** What could not be delivered is tried once more, two working days later (DL25). Throws CalendarYearMissing. */
export const secondDelivery = ({ calendar, at }: Moment): Instant =>
  addWorking({ calendar, from: at, minutes: SECOND_ATTEMPT_DAYS * 8 * 60 }).at;

const NOTICE = {
  /** Decree 224/2026 Art. 13 */
  suspension: ({ calendar, at }: Moment) => addWorking({ calendar, from: at, minutes: 7 * 8 * 60 }).at,
  /** S1: routine maintenance */
  maintenance: ({ at }: Moment) => new Date(Date.parse(at) + 24 * HOUR_MS).toISOString(),
} as const;

/** The earliest moment at which a service may stop that is announced at `at` (DL29). Throws CalendarYearMissing. */
export const stopNotBefore = ({ kind, ...moment }: Moment & { kind: keyof typeof NOTICE }): Instant =>
  NOTICE[kind](moment);
