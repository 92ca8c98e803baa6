/** What counting again on the calendar as it is now would do to a dossier: reckoned, nothing changed. */

import type { StepTime } from '../../../calendar/index.ts';
import {
  addWorking,
  type ClockAct,
  type CompiledCalendar,
  type DeadlineClock,
  recountClock,
  stepDueAt,
  workingBetween,
} from '../../../calendar/index.ts';
import { withinPromise } from '../../dossiers/move-status.ts';
import type { DossierRecord, OpenTaskRecord } from '../../dossiers/records.ts';
import { stepOf } from '../../runtime/step-of.ts';
import type { TurnContext } from '../../runtime/turn.ts';

export interface Recounted {
  clock: DeadlineClock;
  /** of each open task that has a time of its own, as the step's duration gives it on the new calendar */
  limits: Map<string, string>;
  due: { before: string; after: string };
  /** those that are due at another moment */
  tasks: { id: string; name: string; before: string; after: string }[];
}

/** Nothing when neither the dossier nor a step of it is due at another moment. Throws CalendarYearMissing. */
export function recountOf(
  dossier: DossierRecord,
  { context, ...act }: ClockAct & { context: Pick<TurnContext, 'calendar' | 'version'> },
): Recounted | undefined {
  if (!dossier.clock || dossier.clock.state === 'stopped') return undefined;
  const { calendar } = context;
  const clock = recountClock(dossier.clock, { calendar, ...act });
  const limits = new Map(
    dossier.openTasks.flatMap((task): [string, string][] => {
      const limitAt = limitOf(task, {
        duration: stepOf({ context }, task.element)?.duration,
        clock,
        calendar,
      });
      return limitAt === undefined ? [] : [[task.id, limitAt]];
    }),
  );
  const tasks = dossier.openTasks.flatMap(({ id, name, dueAt: before }) => {
    const limitAt = limits.get(id);
    const after = limitAt && withinPromise(limitAt, clock).dueAt;
    return before && after && after !== before ? [{ id, name, before, after }] : [];
  });
  const due = { before: dossier.clock.dueAt, after: clock.dueAt };
  return due.before === due.after && tasks.length === 0 ? undefined : { clock, limits, due, tasks };
}

/** Counted from the opening of the step, and on by every wait of the dossier since then. */
function limitOf(
  { openedAt }: OpenTaskRecord,
  {
    duration,
    clock,
    calendar,
  }: { duration: StepTime | undefined; clock: DeadlineClock; calendar: CompiledCalendar },
): string | undefined {
  const first = stepDueAt(duration, { calendar, from: openedAt });
  if (first === undefined) return undefined;
  return waitsSince(clock, openedAt).reduce((dueAt, { from, to }) => {
    const minutes = Math.max(0, workingBetween({ calendar, from, to }));
    return minutes > 0 ? addWorking({ calendar, from: dueAt, minutes }).at : dueAt;
  }, first);
}

/** From each pause to the resumption that follows it. */
function waitsSince({ changes }: DeadlineClock, openedAt: string): { from: string; to: string }[] {
  return changes.flatMap(({ what, at: from }, index) => {
    if (what !== 'pause' || from < openedAt) return [];
    const end = changes
      .slice(index + 1)
      .find((change) => change.what === 'resume' || change.what === 'reset');
    return end ? [{ from, to: end.at }] : [];
  });
}
