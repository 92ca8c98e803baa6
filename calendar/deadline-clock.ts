/**
 * The deadline clock of a dossier: a pure state machine. It keeps the original and the current due date and
 * every change with its moment, reason and actor (domain 5.4); the caller stores what it returns.
 */
import { addCalendarDays } from './add-calendar-days.ts';
import { addWorking } from './add-working.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { type DueAnswer, dueDate, WORKING_DAY_MINUTES } from './due-date.ts';
import type { Reception } from './effective-reception.ts';
import { dayOf, toLocalMinute } from './local-time.ts';
import { sameDay } from './same-day.ts';
import type { Instant, Limit } from './types.ts';
import { workingBetween } from './working-between.ts';

/** Why a clock stands still: statuses 5, 6, 8-suspended (DL17), and 7 until it is decided. */
export type PauseCause = 'supplement' | 'payment' | 'suspension' | 'withdrawal';

export interface ClockPolicy {
  /** after a supplement the limit starts anew (DL14) or is shifted by the wait (DL15) */
  supplement: 'reset' | 'shift';
  /** how often the limit may be extended (DL20) */
  extensionTimes: number;
  /** share of the limit that one extension may add, floored to whole days (DL21) */
  extensionShare: number;
}

export const DEFAULT_CLOCK_POLICY: ClockPolicy = {
  supplement: 'reset',
  extensionTimes: 1,
  extensionShare: 1 / 3,
};

export interface ClockChange {
  at: Instant;
  what: 'start' | 'pause' | 'resume' | 'extend' | 'reset' | 'stop' | 'recount';
  reason: string;
  /** who did it: a user's id, or `system` */
  actor: string;
  cause?: PauseCause | undefined;
  dueBefore?: Instant | undefined;
  dueAfter?: Instant | undefined;
}

export interface DeadlineClock {
  state: 'running' | 'paused' | 'stopped';
  limit: Limit;
  policy: ClockPolicy;
  /** how the dossier came in: the start is explained by it (DL06) */
  channel?: Reception['channel'];
  /** the moment the limit is counted from; moves with a reset */
  countedFrom: Instant;
  originalDueAt: Instant;
  dueAt: Instant;
  /**
   * calendar-day limits only: whole days now granted, counted from `countedFrom`, so that a last day that moved
   * on from a weekend is not counted twice
   */
  days?: number | undefined;
  pausedAt?: Instant | undefined;
  pausedFor?: PauseCause | undefined;
  extensions: number;
  changes: ClockChange[];
}

export type ClockRefusalCode =
  | 'clock.not-running'
  | 'clock.not-paused'
  | 'clock.already-stopped'
  | 'clock.already-extended'
  | 'clock.extension-too-long'
  | 'clock.extension-not-later';

/** Thrown when a change does not fit the clock; nothing has changed. `latest` is the latest allowed due date. */
export class ClockRefused extends Error {
  readonly code: ClockRefusalCode;
  readonly latest: Instant | undefined;

  constructor(code: ClockRefusalCode, latest?: Instant) {
    super(code);
    this.name = 'ClockRefused';
    this.code = code;
    this.latest = latest;
  }
}

/** Who changes a clock, when and why. */
export interface ClockAct {
  at: Instant;
  reason: string;
  actor: string;
}

export interface StartClock extends ClockAct {
  calendar: CompiledCalendar;
  limit: Limit;
  channel?: Reception['channel'];
  policy?: ClockPolicy | undefined;
}

/** The clock starts when the complete dossier is received (DL30). Throws CalendarYearMissing. */
export function startClock({ calendar, limit, channel, policy, ...act }: StartClock): DeadlineClock {
  const due = dueDate({ calendar, receivedAt: act.at, limit, channel });
  return {
    state: 'running',
    limit,
    policy: policy ?? DEFAULT_CLOCK_POLICY,
    ...(channel && { channel }),
    ...counted(due, limit),
    originalDueAt: due.dueAt,
    extensions: 0,
    changes: [change('start', act, { dueAfter: due.dueAt })],
  };
}

/** Stands still while the applicant supplements or pays, or while suspended (DL17). Throws ClockRefused. */
export function pause(clock: DeadlineClock, act: ClockAct & { cause: PauseCause }): DeadlineClock {
  if (clock.state !== 'running') throw new ClockRefused('clock.not-running');
  return {
    ...clock,
    state: 'paused',
    pausedAt: act.at,
    pausedFor: act.cause,
    changes: [...clock.changes, change('pause', act, { cause: act.cause, dueBefore: clock.dueAt })],
  };
}

/**
 * Runs on. After a supplement the policy decides between a new start (DL14) and a shift (DL15); after a payment
 * or a suspension the due date is shifted by the wait (DL17). Throws ClockRefused, CalendarYearMissing.
 */
export function resume(clock: DeadlineClock, act: ClockAct & { calendar: CompiledCalendar }): DeadlineClock {
  const { pausedAt, pausedFor: cause } = clock;
  if (pausedAt === undefined) throw new ClockRefused('clock.not-paused');
  const isReset = cause === 'supplement' && clock.policy.supplement === 'reset';
  const due = isReset
    ? restarted(clock, act.calendar, act.at)
    : shifted(clock, { calendar: act.calendar, from: pausedAt, to: act.at });
  return {
    ...clock,
    ...due,
    state: 'running',
    pausedAt: undefined,
    pausedFor: undefined,
    changes: [
      ...clock.changes,
      change('resume', act, { cause, dueBefore: clock.dueAt, dueAfter: due.dueAt }),
    ],
  };
}

/** Counts the whole limit anew from `at`, whatever was paused (DL14). Throws ClockRefused, CalendarYearMissing. */
export function reset(clock: DeadlineClock, act: ClockAct & { calendar: CompiledCalendar }): DeadlineClock {
  if (clock.state === 'stopped') throw new ClockRefused('clock.already-stopped');
  const due = restarted(clock, act.calendar, act.at);
  return {
    ...clock,
    ...due,
    state: 'running',
    pausedAt: undefined,
    pausedFor: undefined,
    changes: [...clock.changes, change('reset', act, { dueBefore: clock.dueAt, dueAfter: due.dueAt })],
  };
}

/**
 * Sets a later due date: as often as the policy allows (DL20) and no later than `latestExtension` (DL21).
 * Throws ClockRefused with `latest`, CalendarYearMissing.
 */
export function extend(
  clock: DeadlineClock,
  act: ClockAct & { calendar: CompiledCalendar; dueAt: Instant },
): DeadlineClock {
  if (clock.state !== 'running') throw new ClockRefused('clock.not-running');
  if (clock.extensions >= clock.policy.extensionTimes) throw new ClockRefused('clock.already-extended');
  const latest = latestExtension(clock, act.calendar);
  const asked = toLocalMinute(act.dueAt);
  if (asked <= toLocalMinute(clock.dueAt)) throw new ClockRefused('clock.extension-not-later', latest);
  if (asked > toLocalMinute(latest)) throw new ClockRefused('clock.extension-too-long', latest);
  return {
    ...clock,
    dueAt: act.dueAt,
    days: clock.days === undefined ? undefined : daysBetween(clock.countedFrom, act.dueAt),
    extensions: clock.extensions + 1,
    changes: [...clock.changes, change('extend', act, { dueBefore: clock.dueAt, dueAfter: act.dueAt })],
  };
}

/** Ends with a result, a refusal, a withdrawal. Throws ClockRefused when it has already ended. */
export function stop(clock: DeadlineClock, act: ClockAct): DeadlineClock {
  if (clock.state === 'stopped') throw new ClockRefused('clock.already-stopped');
  return {
    ...clock,
    state: 'stopped',
    pausedAt: undefined,
    pausedFor: undefined,
    changes: [...clock.changes, change('stop', act, { dueBefore: clock.dueAt })],
  };
}

/** A same-day procedure may be extended by two working days (DL09). */
const SAME_DAY_EXTENSION = 2;

/** Whole days that one extension may add: a share of the limit, floored (DL21; vectors n and o). */
export function extensionDays(limit: Limit, share = DEFAULT_CLOCK_POLICY.extensionShare): number {
  if (limit.unit === 'same-day') return SAME_DAY_EXTENSION;
  const days = limit.unit === 'working-hours' ? limit.amount / 8 : limit.amount;
  // A third of three days is one day, whatever binary fractions say.
  return Math.floor(days * share + 1e-9);
}

/** The latest due date that an extension may set. Throws CalendarYearMissing. */
export function latestExtension(clock: DeadlineClock, calendar: CompiledCalendar): Instant {
  const days = extensionDays(clock.limit, clock.policy.extensionShare);
  if (clock.days === undefined) {
    return addWorking({ calendar, from: clock.dueAt, minutes: days * WORKING_DAY_MINUTES }).at;
  }
  return addCalendarDays({ calendar, from: clock.countedFrom, days: clock.days + days }).at;
}

type Counted = Pick<DeadlineClock, 'countedFrom' | 'dueAt' | 'days'>;

const counted = ({ countedFrom, dueAt }: DueAnswer, limit: Limit): Counted => ({
  countedFrom,
  dueAt,
  days: limit.unit === 'calendar-days' ? Math.ceil(limit.amount) : undefined,
});

const restarted = ({ limit }: DeadlineClock, calendar: CompiledCalendar, at: Instant): Counted =>
  counted(dueDate({ calendar, receivedAt: at, limit }), limit);

/** The due date later by the time that passed, counted in the limit's own unit. */
function shifted(
  clock: DeadlineClock,
  { calendar, from, to }: { calendar: CompiledCalendar; from: Instant; to: Instant },
): Counted {
  const { countedFrom, dueAt, limit } = clock;
  if (clock.days !== undefined) {
    const waited = daysBetween(from, to);
    if (waited === 0) return { countedFrom, dueAt, days: clock.days };
    const days = clock.days + waited;
    return { countedFrom, dueAt: addCalendarDays({ calendar, from: countedFrom, days }).at, days };
  }
  const minutes = Math.max(0, workingBetween({ calendar, from, to }));
  if (minutes === 0) return { countedFrom, dueAt };
  if (limit.unit === 'same-day') {
    const again = sameDay({ calendar, from: to }).at;
    return { countedFrom, dueAt: toLocalMinute(again) > toLocalMinute(dueAt) ? again : dueAt };
  }
  return { countedFrom, dueAt: addWorking({ calendar, from: dueAt, minutes }).at };
}

/** Whole local days, none when `to` is the earlier one. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.max(0, dayOf(toLocalMinute(to)) - dayOf(toLocalMinute(from)));

const change = (
  what: ClockChange['what'],
  { at, reason, actor }: ClockAct,
  rest: Pick<ClockChange, 'cause' | 'dueBefore' | 'dueAfter'>,
): ClockChange => ({ at, what, reason, actor, ...rest });
