/** Where the running dossiers of a version stand now: the diagram after its publication, with live counts. */
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import type { ProcessActivity } from '../contract/catalogue.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { averageTimes } from './average-times.ts';
import { maySee } from './capacities.ts';
import { EVERYWHERE } from './list-entries.ts';
import type { DossierRecord } from './records.ts';
import { STATUSES } from './statuses.ts';

/** Newest dossiers that are looked at: a procedure with more of them is counted in part, and says so. */
const MOST = 2_000;
const PAGE = 500;
/** Newest dossiers of the version whose completed tasks are measured: some ten tasks each. */
const MEASURED = 200;
/** Codes that a step names, soonest due first. */
const NAMED = 10;

type Step = Pick<ProcessActivity['steps'][number], 'element' | 'open' | 'overdue'> & {
  due: [string, string][];
};

/** Counts and times are of all dossiers; codes only of those that this person may see. Throws CalendarYearMissing. */
export async function processActivity(
  runtime: Runtime,
  { procedure, version, actor }: { procedure: string; version: number; actor: Actor },
): Promise<ProcessActivity> {
  const now = isoNow(runtime.clock);
  const versions = new Map<number, number>();
  const steps = new Map<string, Step>();
  const followers: DossierRecord[] = [];
  let looked = 0;
  for await (const dossier of dossiersOf(runtime, procedure)) {
    looked += 1;
    if (dossier.pins.process === version && followers.length < MEASURED) followers.push(dossier);
    if (STATUSES[dossier.status].final) continue;
    const follows = dossier.pins.process;
    versions.set(follows, (versions.get(follows) ?? 0) + 1);
    if (follows === version) count(steps, dossier, { now, isSeen: maySee(actor, dossier) });
  }
  const times = await averageTimes(runtime, { dossiers: followers, now });
  for (const element of times.keys()) if (!steps.has(element)) steps.set(element, emptyStep(element));
  return {
    running: versions.get(version) ?? 0,
    isPartial: looked >= MOST,
    versions: [...versions]
      .map(([number, running]) => ({ version: number, running }))
      .toSorted((one, other) => other.version - one.version),
    steps: [...steps.values()].map(({ due, ...step }) => ({
      ...step,
      dossiers: due
        .toSorted(([one], [other]) => one.localeCompare(other))
        .slice(0, NAMED)
        .map(([, code]) => code),
      ...(times.get(step.element) ?? { completed: 0 }),
    })),
  };
}

function count(
  steps: Map<string, Step>,
  dossier: DossierRecord,
  { now, isSeen }: { now: string; isSeen: boolean },
): void {
  for (const { element, dueAt } of dossier.openTasks) {
    const step = steps.get(element) ?? emptyStep(element);
    step.open += 1;
    if (dueAt !== undefined && dueAt < now) step.overdue += 1;
    if (isSeen) step.due.push([dueAt ?? '9999', dossier.code]);
    steps.set(element, step);
  }
}

const emptyStep = (element: string): Step => ({ element, open: 0, overdue: 0, due: [] });

async function* dossiersOf({ list, dossiers }: Runtime, procedure: string): AsyncGenerator<DossierRecord> {
  let before: string | undefined;
  for (let looked = 0; looked < MOST; looked += PAGE) {
    const { items } = await list.find({
      where: { place: EVERYWHERE, procedure, ...(before && { order: { lt: before } }) },
      sort: ['place', 'procedure', 'order'].map((field) => ({ field, direction: 'desc' as const })),
      limit: PAGE,
    });
    for (const { doc } of await dossiers.getMany(items.map(({ doc: { code } }) => code))) yield doc;
    if (items.length < PAGE) return;
    before = items.at(-1)!.doc.order;
  }
}
