import type { Report } from '../contract/reports.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import type { Runtime } from '../runtime/runtime.ts';

const LONGEST_LIST = 200;

/** Dossiers overdue at `now`, the longest first, each with the steps where it lies (domain 7.2). */
export async function listOverdue(
  { dossiers }: Runtime,
  now: string,
): Promise<NonNullable<Report['dossiers']>> {
  const { items } = await dossiers.find({
    where: { openDueAt: { lt: now } },
    sort: [{ field: 'openDueAt', direction: 'asc' }],
    limit: LONGEST_LIST,
  });
  return items.map(({ doc }) => overdue(doc));
}

const overdue = ({ code, procedure, units, openDueAt = '', openTasks }: DossierRecord) => ({
  code,
  procedure: procedure.name,
  unit: units.competentName,
  dueAt: openDueAt,
  steps: openTasks.map(({ name, unitName, assigneeName }) => ({
    name,
    ...(unitName && { unit: unitName }),
    ...(assigneeName && { person: assigneeName }),
  })),
});
