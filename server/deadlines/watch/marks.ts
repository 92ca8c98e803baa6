/** The moments at which a dossier's deadlines ask for attention: reckoned anew after every change, never stored. */
import {
  addWorking,
  CalendarYearMissing,
  type CompiledCalendar,
  WORKING_DAY_MINUTES,
  workingBetween,
} from '../../../calendar/index.ts';
import type { DossierRecord, OpenTaskRecord } from '../../dossiers/records.ts';

export type MarkKind = 'reminder' | 'foreseen' | 'overdue' | 'intake-late' | 'task-soon' | 'task-overdue';

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

/** An online dossier is answered within a working day (DL10). */
const INTAKE_MINUTES = WORKING_DAY_MINUTES;

/** Every mark of a dossier as it stands, reached or not, soonest first. Nothing while its clock is paused (DL17). */
export function marksOf(
  dossier: DossierRecord,
  { calendar, reminders }: { calendar: CompiledCalendar; reminders: number[] },
): Mark[] {
  return [
    ...intakeMarks(dossier, calendar),
    ...dueMarks(dossier, calendar, reminders),
    ...taskMarks(dossier, calendar),
  ].sort((left, right) => (left.at < right.at ? -1 : 1));
}

function intakeMarks({ status, receivedAt }: DossierRecord, calendar: CompiledCalendar): Mark[] {
  if (status !== 'registered') return [];
  const dueAt = orElse(
    () => addWorking({ calendar, from: receivedAt, minutes: INTAKE_MINUTES }).at,
    receivedAt,
  );
  return [{ key: `intake-late:${receivedAt}`, kind: 'intake-late', at: after(dueAt), dueAt }];
}

/** R091, DL19: one working day before the due date, and earlier as the procedure asks; then the breach itself. */
function dueMarks({ clock }: DossierRecord, calendar: CompiledCalendar, reminders: number[]): Mark[] {
  if (clock?.state !== 'running') return [];
  const { dueAt, countedFrom } = clock;
  const before = (days: number) =>
    ahead(calendar, { from: countedFrom, dueAt, minutes: days * WORKING_DAY_MINUTES });
  return [
    ...reminders.map(
      (days): Mark => ({ key: `reminder-${days}:${dueAt}`, kind: 'reminder', at: before(days), dueAt }),
    ),
    { key: foreseenKey(dueAt), kind: 'foreseen', at: before(1), dueAt },
    { key: overdueKey(dueAt), kind: 'overdue', at: after(dueAt), dueAt },
  ];
}

/** R097: every step has a deadline of its own, told before and after. */
function taskMarks({ openTasks, clock, hold }: DossierRecord, calendar: CompiledCalendar): Mark[] {
  if (hold || clock?.state === 'paused') return [];
  return openTasks.flatMap((task): Mark[] => {
    const { id, dueAt, openedAt: from } = task;
    if (!dueAt) return [];
    const at = ahead(calendar, { from, dueAt, minutes: WORKING_DAY_MINUTES });
    return [
      { key: `task-soon:${id}`, kind: 'task-soon', at, dueAt, task },
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
