/** The moments at which a dossier's deadlines ask for attention: reckoned anew after every change, never stored. */
import {
  addWorking,
  CalendarYearMissing,
  type CompiledCalendar,
  type DeadlineClock,
  dutyBy,
  noticeDay,
  subtractWorking,
  transferBy,
  WORKING_DAY_MINUTES,
  workingBetween,
} from '../../../calendar/index.ts';
import { promisedBeyond } from '../../dossiers/promised-at.ts';
import type { DossierRecord, OpenTaskRecord } from '../../dossiers/records.ts';
import type { ProcedureSettings } from '../../runtime/ports.ts';
import { extensionNotice, lengthInDays } from '../extension-notice.ts';

export type MarkKind =
  | 'reminder'
  | 'foreseen'
  | 'overdue'
  | 'intake-late'
  | 'transfer-late'
  | 'supplement-late'
  | 'task-soon'
  | 'task-overdue';

export interface Mark {
  /** the same for the same breach, however often it is reckoned */
  key: string;
  kind: MarkKind;
  /** ISO-8601 UTC */
  at: string;
  /** the moment it is about */
  dueAt: string;
  task?: OpenTaskRecord;
}

/** What marks are reckoned with: the hours of the receiving unit, and what the procedure asks for. */
export interface MarkRules {
  calendar: CompiledCalendar;
  policies: ProcedureSettings['policies'];
}

/** What of a dossier its marks hang on. */
export type Watched = Pick<
  DossierRecord,
  'status' | 'receivedAt' | 'acceptedAt' | 'channel' | 'units' | 'clock' | 'promisedAt' | 'openTasks' | 'hold'
>;

/** Every mark of a dossier as it stands, reached or not, soonest first. Nothing while its clock is paused (DL17). */
export const marksOf = (dossier: Watched, rules: MarkRules): Mark[] =>
  [
    ...intakeMarks(dossier, rules.calendar),
    ...transferMarks(dossier, rules.calendar),
    ...supplementMarks(dossier),
    ...dueMarks(dossier, rules),
    ...taskMarks(dossier, rules),
  ].sort((left, right) => (left.at < right.at ? -1 : 1));

/** R051: an online dossier is answered within eight working hours (DL10), a paper one that lacks something too (DL12). */
function intakeMarks({ status, receivedAt: at, channel }: Watched, calendar: CompiledCalendar): Mark[] {
  if (status !== 'registered') return [];
  const duty = channel === 'online' ? 'online-answer' : 'paper-supplement';
  const dueAt = orElse(() => dutyBy({ calendar, at, channel, duty }), at);
  return [{ key: `intake-late:${at}`, kind: 'intake-late', at: after(dueAt), dueAt }];
}

/** R061, DL08: what was accepted leaves the counter the same day, or the next morning. */
function transferMarks(dossier: Watched, calendar: CompiledCalendar): Mark[] {
  const { status, acceptedAt: at } = dossier;
  if (status !== 'accepted' || at === undefined || !liesAtCounter(dossier)) return [];
  const dueAt = orElse(() => transferBy({ calendar, at }), at);
  return [{ key: `transfer-late:${at}`, kind: 'transfer-late', at: after(dueAt), dueAt }];
}

/** Nobody else has it yet: every open step is the receiving counter's. */
export const liesAtCounter = ({ openTasks, units }: Pick<DossierRecord, 'openTasks' | 'units'>): boolean =>
  openTasks.length > 0 && openTasks.every(({ unit, role }) => unit === units.receiving && role === 'counter');

/** R077, DL16: what the applicant does not complete in time, an officer may close. */
function supplementMarks({ status, hold }: Watched): Mark[] {
  if (status !== 'supplement_requested' || !hold?.until) return [];
  const { until: dueAt } = hold;
  return [{ key: `supplement-late:${dueAt}`, kind: 'supplement-late', at: after(dueAt), dueAt }];
}

/** R091, DL19: while an extension can still be decided, and earlier as the procedure asks; then the breach itself. */
function dueMarks(dossier: Watched, { calendar, policies }: MarkRules): Mark[] {
  const { clock } = dossier;
  if (clock?.state !== 'running') return [];
  const promisedAt = promisedBeyond(dossier);
  const { dueAt, countedFrom: from } = clock;
  const foreseen = foreseenAt(clock, { calendar, policies });
  const reminders = (policies.reminders ?? []).map((days): Mark => {
    const at = ahead(calendar, { from, dueAt, minutes: days * WORKING_DAY_MINUTES });
    return { key: `reminder-${days}:${dueAt}`, kind: 'reminder', at, dueAt };
  });
  return [
    ...apart(reminders).filter(({ at }) => at < foreseen),
    { key: foreseenKey(dueAt), kind: 'foreseen', at: foreseen, dueAt },
    { key: overdueKey(dueAt), kind: 'overdue', at: after(dueAt), dueAt },
    // R091: a promise that an apology made is a breach of its own
    ...(promisedAt === undefined
      ? []
      : [
          {
            key: overdueKey(promisedAt),
            kind: 'overdue' as const,
            at: after(promisedAt),
            dueAt: promisedAt,
          },
        ]),
  ];
}

/** Of a short time, several reminders would fall on the same moment: one of them is enough. */
const apart = (reminders: Mark[]): Mark[] => [...new Map(reminders.map((mark) => [mark.at, mark])).values()];

/** What is left of the last day for a signature at the least. */
const TIME_TO_SIGN = WORKING_DAY_MINUTES / 2;

/**
 * The morning of the last day on which the delay may be announced and the extension decided. Of a short limit not
 * in its first half, yet half a working day before that last day closes; a limit that is no longer than its notice
 * has half its time.
 */
function foreseenAt({ dueAt, countedFrom: from, limit }: DeadlineClock, rules: MarkRules): string {
  const { calendar, policies } = rules;
  const days = extensionNotice(limit, policies) || 1;
  if (lengthInDays(limit) <= days) return ahead(calendar, { from, dueAt, minutes: WORKING_DAY_MINUTES });
  return orElse(() => {
    const { opensAt, closesAt } = noticeDay({ calendar, dueAt, days });
    const total = Math.max(0, workingBetween({ calendar, from, to: dueAt }));
    const half = addWorking({ calendar, from, minutes: Math.floor(total / 2) }).at;
    const latest = subtractWorking({ calendar, from: closesAt, minutes: TIME_TO_SIGN });
    return later(from, later(opensAt, earlier(half, latest)));
  }, from);
}

const later = (...moments: [string, string]): string => moments.sort()[1]!;
const earlier = (...moments: [string, string]): string => moments.sort()[0]!;

/** R097: every step has a deadline of its own, told before it, as often as the procedure asks, and after it. */
function taskMarks({ openTasks, clock, hold }: Watched, { calendar, policies }: MarkRules): Mark[] {
  if (hold || clock?.state === 'paused') return [];
  const { stepReminders = [WORKING_DAY_MINUTES / 60] } = policies;
  return openTasks.flatMap((task): Mark[] => {
    const { id, dueAt, openedAt: from } = task;
    if (!dueAt) return [];
    const reminders = stepReminders.map((hours): Mark => {
      const at = ahead(calendar, { from, dueAt, minutes: hours * 60 });
      return { key: `task-soon-${hours}:${id}`, kind: 'task-soon', at, dueAt, task };
    });
    return [
      ...apart(reminders),
      { key: `task-overdue:${id}`, kind: 'task-overdue', at: after(dueAt), dueAt, task },
    ];
  });
}

export const foreseenKey = (dueAt: string): string => `foreseen:${dueAt}`;
export const overdueKey = (dueAt: string): string => `overdue:${dueAt}`;

/** The first moment of which it can be said that the due moment has passed (DL23). */
const after = (dueAt: string): string => new Date(Date.parse(dueAt) + 1).toISOString();

/**
 * The first moment at which no more than so many working minutes are left: the close of the day before for what
 * is due at a close. Never in the first half of the time there was.
 */
function ahead(
  calendar: CompiledCalendar,
  { from, dueAt, minutes }: { from: string; dueAt: string; minutes: number },
): string {
  return orElse(() => {
    const total = Math.max(0, workingBetween({ calendar, from, to: dueAt }));
    return addWorking({ calendar, from, minutes: total - Math.min(minutes, Math.floor(total / 2)) }).at;
  }, from);
}

/** A year that was not entered must not stop a person's command: the mark comes early instead. */
function orElse(reckon: () => string, fallback: string): string {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return fallback;
    throw error;
  }
}
