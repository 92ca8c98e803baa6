/** How long each agency has had a dossier: its sub-total of the working time (R014, R019; liên thông). */
import { type CompiledCalendar, type DeadlineClock, workingBetween } from '../../calendar/index.ts';
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import type { UnitTime } from '../contract/dossiers.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type TaskRecord, taskId } from '../tasks/records.ts';
import { findDossier } from './read-dossier.ts';

/** Of one dossier, in the order in which the agencies got it. @throws Problem dossier.not-found */
export async function readTimeByUnit(
  runtime: Runtime,
  { code, actor }: { code: string; actor: Actor },
): Promise<{ items: UnitTime[] }> {
  const { doc } = await findDossier(runtime, code, actor);
  const ids = Array.from({ length: doc.counts.tasks }, (_, index) => taskId(code, index + 1));
  const [tasks, calendar] = await Promise.all([
    runtime.tasks.getMany(ids),
    runtime.calendars.of(doc.units.receiving),
  ]);
  const now = isoNow(runtime.clock);
  return {
    items: timeByUnit(
      tasks.map(({ doc: task }) => task),
      { clock: doc.clock, calendar, now },
    ),
  };
}

export interface Reckoned {
  clock: DeadlineClock | undefined;
  calendar: CompiledCalendar;
  now: string;
}

/**
 * Working minutes from the opening of each step to its end, by the step's unit; two steps at the same time count
 * both. What a dossier waits for its applicant is nobody's (DL17). Throws CalendarYearMissing.
 */
export function timeByUnit(
  tasks: Pick<TaskRecord, 'unit' | 'unitName' | 'openedAt' | 'closedAt' | 'dueAt'>[],
  { clock, calendar, now }: Reckoned,
): UnitTime[] {
  const units = new Map<string, UnitTime>();
  const waits = waitsOf(clock, now);
  for (const { unit = '', unitName = unit, openedAt: from, closedAt, dueAt } of tasks) {
    const to = closedAt ?? now;
    const before = units.get(unit) ?? { unit, unitName, steps: 0, open: 0, late: 0, minutes: 0 };
    units.set(unit, {
      ...before,
      steps: before.steps + 1,
      open: before.open + (closedAt ? 0 : 1),
      late: before.late + (dueAt !== undefined && to > dueAt ? 1 : 0),
      minutes: before.minutes + workedIn({ from, to }, { waits, calendar }),
    });
  }
  return [...units.values()];
}

/** Working minutes of one closed or open step, without what its dossier waited for the applicant. Throws CalendarYearMissing. */
export const workedMinutes = (
  { openedAt: from, closedAt }: Pick<TaskRecord, 'openedAt' | 'closedAt'>,
  { clock, calendar, now }: Reckoned,
): number => workedIn({ from, to: closedAt ?? now }, { waits: waitsOf(clock, now), calendar });

interface Span {
  from: string;
  to: string;
}

function workedIn(span: Span, { waits, calendar }: { waits: Span[]; calendar: CompiledCalendar }): number {
  const worked = ({ from, to }: Span) => (to > from ? workingBetween({ calendar, from, to }) : 0);
  const waited = waits.map(({ from, to }) =>
    worked({ from: [from, span.from].sort()[1]!, to: [to, span.to].sort()[0]! }),
  );
  return worked(span) - waited.reduce((sum, minutes) => sum + minutes, 0);
}

/** From each pause to what ended it. */
function waitsOf(clock: DeadlineClock | undefined, now: string): Span[] {
  const changes = clock?.changes ?? [];
  return changes.flatMap(({ what, at: from }, index) => {
    if (what !== 'pause') return [];
    const end = changes.slice(index + 1).find((change) => change.what !== 'recount');
    return [{ from, to: end?.at ?? now }];
  });
}
