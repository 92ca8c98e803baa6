/** What must hold within a dossier and between it and its tasks, papers, jobs and rows in lists. */

import { WATCH_JOB } from '../deadlines/watch/arm-watch.ts';
import { overdueKey } from '../deadlines/watch/marks.ts';
import { documentId, documentSpec } from '../documents/records.ts';
import { isUnissued } from '../documents/transitions.ts';
import { listEntries, listEntrySpec } from '../dossiers/list-entries.ts';
import { type DossierRecord, dossierSpec, historySpec } from '../dossiers/records.ts';
import { jobSpec } from '../jobs/records.ts';
import { SERVICE_JOB, TIMER_JOB } from '../runtime/process-jobs.ts';
import { taskSpec } from '../tasks/records.ts';
import { everything, type Finding, type Readable } from './finding.ts';

/** Every dossier in turn, each check in the order of the list. */
export async function* dossierFindings(store: Documents): AsyncIterable<Finding> {
  const tasks = await tasksByDossier(store);
  for await (const { doc } of everything(store.collection(dossierSpec))) {
    yield* taskFindings(doc, tasks.get(doc.code) ?? { total: 0, open: new Set() });
    for (const check of CHECKS) yield* check(store, doc);
  }
  yield* strayJobs(store);
}

/** Sequences are looked at elsewhere. */
type Documents = Pick<Readable, 'collection'>;

type Check = (store: Documents, dossier: DossierRecord) => AsyncIterable<Finding>;

interface TaskSummary {
  total: number;
  /** ids */
  open: Set<string>;
}

/** In one walk: tasks are not indexed by their dossier, whose name their ids carry. */
async function tasksByDossier(store: Documents): Promise<Map<string, TaskSummary>> {
  const summaries = new Map<string, TaskSummary>();
  for await (const { id, doc } of everything(store.collection(taskSpec))) {
    const summary = summaries.get(doc.dossier) ?? { total: 0, open: new Set() };
    summaries.set(doc.dossier, summary);
    summary.total += 1;
    if (doc.status === 'open') summary.open.add(id);
  }
  return summaries;
}

/** As many tasks as it counts; its open ones are those in the inboxes, and those its process waits for. */
function* taskFindings(dossier: DossierRecord, { total, open }: TaskSummary): Iterable<Finding> {
  const { code, counts, openTasks } = dossier;
  if (total !== counts.tasks)
    yield {
      code: 'verify.count',
      values: { dossier: code, what: 'tasks', counted: counts.tasks, found: total },
    };
  for (const task of symmetricDifference(new Set(openTasks.map(({ id }) => id)), open))
    yield { code: 'verify.open-task', values: { dossier: code, task } };
  const places = new Set(openTasks.map(({ instance, occurrence }) => `${instance}:${occurrence}`));
  for (const place of symmetricDifference(
    places,
    placesOf(dossier, ({ role }) => role === 'task'),
  ))
    yield { code: 'verify.process', values: { dossier: code, place } };
}

/** As many papers as it counts; drafts that wait for a signature are drafts among them too. */
async function* papers(
  store: Documents,
  { code: dossier, counts, drafts = {} }: DossierRecord,
): AsyncIterable<Finding> {
  const waiting = new Set(Object.values(drafts).map(({ name }) => documentId(dossier, name)));
  const stored = new Set<string>();
  let found = 0;
  const documents = store.collection(documentSpec);
  for await (const { id, doc } of everything(documents, { dossier }, ['dossier', 'issuedAt'])) {
    found += 1;
    if (isUnissued(doc)) stored.add(id);
  }
  if (found !== counts.documents)
    yield {
      code: 'verify.count',
      values: { dossier, what: 'documents', counted: counts.documents, found },
    };
  for (const document of symmetricDifference(waiting, stored))
    yield { code: 'verify.draft', values: { dossier, document } };
}

/** Events are numbered from 1 without gap or double. */
async function* history(
  store: Documents,
  { code: dossier, counts: { events } }: DossierRecord,
): AsyncIterable<Finding> {
  const numbers: number[] = [];
  for await (const { doc } of everything(store.collection(historySpec), { dossier }, ['dossier', 'seq']))
    numbers.push(...doc.entries.map(({ seq }) => seq));
  const broken = firstBreak(numbers, events);
  if (broken !== undefined) yield { code: 'verify.events', values: { dossier, number: broken } };
}

/** Timers and service work that it waits for are jobs, and its running clock has an alarm until it is overdue. */
async function* jobs(
  store: Documents,
  { code: dossier, jobs: waiting, clock, watch }: DossierRecord,
): AsyncIterable<Finding> {
  const alarm = watch?.alarm;
  for (const job of [...Object.values(waiting), ...(alarm ? [alarm.job] : [])]) {
    const found = await store.collection(jobSpec).get(job);
    if (!found || found.doc.state === 'done') yield { code: 'verify.job-missing', values: { dossier, job } };
  }
  if (clock?.state === 'running' && !alarm && !watch?.reached.includes(overdueKey(clock.dueAt)))
    yield { code: 'verify.unwatched', values: { dossier } };
}

/** What holds its process is what the list of held dossiers says; an error that ended it stands at no place. */
async function* incidents(_store: Documents, dossier: DossierRecord): AsyncIterable<Finding> {
  const told = (dossier.incidents ?? [])
    .filter(({ occurrence }) => occurrence !== '')
    .map(({ instance, occurrence }) => `${instance}:${occurrence}`);
  const held = placesOf(dossier, ({ incident }) => incident !== undefined);
  for (const place of symmetricDifference(new Set(told), held))
    yield { code: 'verify.incident', values: { dossier: dossier.code, place } };
}

/** The rows by which lists find it say what it says. */
async function* rows(store: Documents, dossier: DossierRecord): AsyncIterable<Finding> {
  const rows = store.collection(listEntrySpec);
  for (const [id, entry] of listEntries(dossier)) {
    const found = await rows.get(id);
    if (JSON.stringify(found?.doc) !== JSON.stringify(entry))
      yield { code: 'verify.list', values: { dossier: dossier.code, place: entry.place } };
  }
}

const CHECKS: Check[] = [papers, history, jobs, incidents, rows];

const OWNED = [TIMER_JOB, SERVICE_JOB, WATCH_JOB];

/** A waiting timer, service job or alarm is one that its dossier knows of. */
async function* strayJobs(store: Documents): AsyncIterable<Finding> {
  const dossiers = store.collection(dossierSpec);
  for (const type of OWNED) {
    for await (const { id: job, doc } of everything(store.collection(jobSpec), { type, state: 'queued' }, [
      'state',
      'dueAt',
    ])) {
      const dossier = (await dossiers.get((doc.payload as { dossier: string }).dossier))?.doc;
      const known = [...Object.values(dossier?.jobs ?? {}), dossier?.watch?.alarm?.job];
      if (!known.includes(job)) yield { code: 'verify.job-stray', values: { job } };
    }
  }
}

interface Open {
  role: string;
  incident?: object;
}

/** Where the kernel's states have what is looked for. */
function placesOf({ instances }: DossierRecord, isWanted: (open: Open) => boolean): Set<string> {
  const places = Object.entries(instances).flatMap(([instance, { state }]) =>
    Object.entries((state['open'] ?? {}) as Record<string, Open>).flatMap(([occurrence, open]) =>
      isWanted(open) ? [`${instance}:${occurrence}`] : [],
    ),
  );
  return new Set(places);
}

const symmetricDifference = <T>(left: Set<T>, right: Set<T>): T[] => [
  ...[...left].filter((each) => !right.has(each)),
  ...[...right].filter((each) => !left.has(each)),
];

/** The first number of 1..last that is missing or doubled, or one beyond; nothing when each is there once. */
export function firstBreak(numbers: number[], last: number): number | undefined {
  const sorted = [...numbers].sort((left, right) => left - right);
  const index = sorted.findIndex((number, position) => number !== position + 1);
  if (index >= 0) return index + 1;
  return sorted.length === last ? undefined : Math.min(sorted.length, last) + 1;
}
