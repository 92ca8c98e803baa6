/** How long each step takes: the working time of its completed tasks. */
import type { Runtime } from '../runtime/runtime.ts';
import { taskId } from '../tasks/records.ts';
import type { DossierRecord } from './records.ts';
import { workedMinutes } from './time-by-unit.ts';

export interface StepTime {
  completed: number;
  /** of working time, rounded to the minute */
  averageMinutes: number;
}

/**
 * By element, of the tasks that were completed in these dossiers; cancelled ones took nobody's time to an end.
 * Throws CalendarYearMissing.
 */
export async function averageTimes(
  runtime: Runtime,
  { dossiers, now }: { dossiers: DossierRecord[]; now: string },
): Promise<Map<string, StepTime>> {
  const byCode = new Map(dossiers.map((dossier) => [dossier.code, dossier]));
  const ids = dossiers.flatMap(({ code, counts }) =>
    Array.from({ length: counts.tasks }, (_, index) => taskId(code, index + 1)),
  );
  const sums = new Map<string, { completed: number; minutes: number }>();
  for (const { doc: task } of await runtime.tasks.getMany(ids)) {
    const dossier = byCode.get(task.dossier);
    if (task.status !== 'completed' || !dossier) continue;
    const calendar = await runtime.calendars.of(dossier.units.receiving);
    const minutes = workedMinutes(task, { clock: dossier.clock, calendar, now });
    const sum = sums.get(task.element) ?? { completed: 0, minutes: 0 };
    sums.set(task.element, { completed: sum.completed + 1, minutes: sum.minutes + minutes });
  }
  return new Map(
    [...sums].map(([element, { completed, minutes }]) => [
      element,
      { completed, averageMinutes: Math.round(minutes / completed) },
    ]),
  );
}
