/** How long each agency has had a dossier: its sub-total of the working time (R014, R019; liên thông). */
import { type CompiledCalendar, type DeadlineClock, workingBetween } from '../../calendar/index.ts';
import type { Actor } from '../access/actor.ts';
import { houseOf } from '../access/house-of.ts';
import { isoNow } from '../clock.ts';
import type { Unit } from '../contract/access.ts';
import type { UnitTime } from '../contract/dossiers.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type TaskRecord, taskId } from '../tasks/records.ts';
import { findDossier } from './read-dossier.ts';

/** Of one dossier, in the order in which units and agencies got it. @throws Problem dossier.not-found */
export async function readTimeByUnit(
  runtime: Runtime,
  { code, actor }: { code: string; actor: Actor },
): Promise<{ items: UnitTime[]; agencies: UnitTime[] }> {
  const { doc } = await findDossier(runtime, code, actor);
  const ids = Array.from({ length: doc.counts.tasks }, (_, index) => taskId(code, index + 1));
  const [tasks, calendar, known] = await Promise.all([
    runtime.tasks.getMany(ids),
    runtime.calendars.of(doc.units.receiving),
    runtime.organisation.units(),
  ]);
  const now = isoNow(runtime.clock);
  const items = timeByUnit(
    tasks.map(({ doc: task }) => task),
    { clock: doc.clock, calendar, now },
  );
  return { items, agencies: timeByAgency(items, new Map(known.map((unit) => [unit.id, unit]))) };
}

/** Rooms summed up to the department or commune that they are a part of: liên thông, level by level. */
export function timeByAgency(
  items: UnitTime[],
  units: ReadonlyMap<string, Pick<Unit, 'name' | 'parent'>>,
): UnitTime[] {
  const agencies = new Map<string, UnitTime>();
  for (const { unit, unitName, steps, open, late, minutes } of items) {
    const id = houseOf(unit, units);
    const before = agencies.get(id);
    agencies.set(id, {
      unit: id,
      unitName: units.get(id)?.name ?? unitName,
      steps: steps + (before?.steps ?? 0),
      open: open + (before?.open ?? 0),
      late: late + (before?.late ?? 0),
      minutes: minutes + (before?.minutes ?? 0),
    });
  }
  return [...agencies.values()];
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
