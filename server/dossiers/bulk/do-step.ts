/** The job that carries an undertaking on by a page: looking, or doing what was approved. */
import { auditWrite } from '../../access/audit.ts';
import { isoNow } from '../../clock.ts';
import { Problem } from '../../http/problem.ts';
import type { JobHandler } from '../../jobs/attempt-job.ts';
import { JobHopeless } from '../../jobs/retry-policy.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored, Write } from '../../store/store.ts';
import type { BulkKind, BulkKinds } from './bulk-kind.ts';
import {
  type BulkOrder,
  type BulkRowRecord,
  type BulkRunRecord,
  bulkRowId,
  bulkRowSpec,
  bulkRunSpec,
} from './records.ts';
import { type BulkPayload, stepJob } from './step-job.ts';

/** Dossiers changed by one step, each in a commit of its own. */
const APPLIED_AT_ONCE = 20;

interface Step {
  runtime: Runtime;
  kind: BulkKind<BulkOrder>;
  run: Stored<BulkRunRecord>;
  done: Write;
}

/**
 * A step's end and the next step's job are one commit, and so are a dossier's change and the end of its row: a
 * crash at any point neither repeats nor forgets one.
 */
export function bulkHandler(runtime: Runtime, kinds: BulkKinds): JobHandler {
  for (const spec of [bulkRunSpec, bulkRowSpec]) runtime.store.collection<object>(spec);
  return async ({ job, done }) => {
    const { run: id, step } = job.doc.payload as BulkPayload;
    const run = await runtime.store.collection(bulkRunSpec).get(id);
    if (!run) throw new JobHopeless(`no run ${id}`);
    const kind = kinds[run.doc.kind] as BulkKind<BulkOrder>;
    if (run.doc.steps !== step) return;
    if (run.doc.state === 'previewing') await look({ runtime, kind, run, done });
    if (run.doc.state === 'applying') await apply({ runtime, kind, run, done });
  };
}

async function look({ runtime, kind, run, done }: Step): Promise<void> {
  const { order, startedBy: by, cursor } = run.doc;
  const { looked, found, next } = await kind.look(runtime, { order, by, cursor });
  const rows = found.map(({ code, preview }): Write => {
    const doc: BulkRowRecord = { run: run.id, code, state: 'waiting', preview };
    return { op: 'put', collection: bulkRowSpec.name, id: bulkRowId(run.id, code), doc };
  });
  const { cursor: _before, ...rest } = run.doc;
  const doc: BulkRunRecord = {
    ...rest,
    state: next === undefined ? 'previewed' : 'previewing',
    looked: run.doc.looked + looked,
    steps: run.doc.steps + 1,
    ...(next !== undefined && { cursor: next }),
  };
  const following = next === undefined ? [] : [runtime.jobs.schedule(stepJob(run.id, doc))];
  await runtime.store.commit([...rows, replaceRun(run, doc), ...following, done]);
  if (following.length > 0) runtime.jobs.nudge();
}

async function apply({ runtime, kind, run, done }: Step): Promise<void> {
  const rows = runtime.store.collection(bulkRowSpec);
  const { items, next } = await rows.find({
    where: { run: run.id, state: 'waiting' },
    sort: ['run', 'state', 'code'].map((field) => ({ field, direction: 'asc' as const })),
    limit: APPLIED_AT_ONCE,
  });
  for (const row of items) await applyTo(row, { runtime, kind, run });
  const isLast = next === undefined;
  const doc: BulkRunRecord = {
    ...run.doc,
    steps: run.doc.steps + 1,
    ...(isLast && { state: 'done', endedAt: isoNow(runtime.clock) }),
  };
  const { by } = run.doc.approval!;
  const following = isLast
    ? auditWrite({ at: isoNow(runtime.clock), actor: by, what: `bulk.${run.doc.kind}.done`, subject: run.id })
    : [runtime.jobs.schedule(stepJob(run.id, doc))];
  await runtime.store.commit([replaceRun(run, doc), ...following, done]);
  if (!isLast) runtime.jobs.nudge();
}

async function applyTo(
  row: Stored<BulkRowRecord>,
  { runtime, kind, run }: Pick<Step, 'runtime' | 'kind' | 'run'>,
): Promise<void> {
  const { order, approval } = run.doc;
  const { by, reason, decision } = approval!;
  const { code } = row.doc;
  try {
    const also = [replaceRow(row, { ...row.doc, state: 'done' })];
    await kind.apply(runtime, { order, code, by, reason, decision, also });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await runtime.store.commit([replaceRow(row, { ...row.doc, state: 'skipped', problem: error.code })]);
  }
}

const replaceRun = ({ id, version }: Stored<BulkRunRecord>, doc: BulkRunRecord): Write => ({
  op: 'replace',
  collection: bulkRunSpec.name,
  id,
  version,
  doc,
});

const replaceRow = ({ id, version }: Stored<BulkRowRecord>, doc: BulkRowRecord): Write => ({
  op: 'replace',
  collection: bulkRowSpec.name,
  id,
  version,
  doc,
});
