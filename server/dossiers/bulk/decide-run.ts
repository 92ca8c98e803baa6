/** A person lets an undertaking begin, or calls it off: also in its midst, when what was done stays done. */
import { type Asker, auditWrite } from '../../access/audit.ts';
import { isoNow } from '../../clock.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { StoreConflict, type Stored, type Write } from '../../store/store.ts';
import { type BulkRunRecord, bulkRunSpec } from './records.ts';
import { stepJob } from './step-job.ts';

export type Decision = 'approve' | 'cancel';

/** From which states each is possible. */
const POSSIBLE: Record<Decision, readonly BulkRunRecord['state'][]> = {
  approve: ['previewed'],
  cancel: ['previewing', 'previewed', 'applying'],
};

export const decisionsOn = ({ state }: BulkRunRecord): Decision[] =>
  (Object.keys(POSSIBLE) as Decision[]).filter((decision) => POSSIBLE[decision].includes(state));

/** @throws Problem bulk.not-possible-now */
export function approveRun(
  runtime: Runtime,
  run: Stored<BulkRunRecord>,
  { asker, reason, decision }: { asker: Asker; reason: string; decision?: string | undefined },
): Promise<Stored<BulkRunRecord>> {
  const at = isoNow(runtime.clock);
  const doc: BulkRunRecord = {
    ...run.doc,
    state: 'applying',
    approval: { at, by: asker.actor, reason, ...(decision && { decision }) },
  };
  return decide(runtime, run, {
    decision: 'approve',
    doc,
    asker,
    detail: [reason, decision].filter(Boolean).join(' - '),
    also: [runtime.jobs.schedule(stepJob(run.id, doc))],
  });
}

/** @throws Problem bulk.not-possible-now */
export function cancelRun(
  runtime: Runtime,
  run: Stored<BulkRunRecord>,
  asker: Asker,
): Promise<Stored<BulkRunRecord>> {
  const doc: BulkRunRecord = { ...run.doc, state: 'cancelled', endedAt: isoNow(runtime.clock) };
  const waiting = runtime.jobs.cancel(stepJob(run.id, run.doc).id);
  return decide(runtime, run, { decision: 'cancel', doc, asker, also: [waiting] });
}

async function decide(
  runtime: Runtime,
  run: Stored<BulkRunRecord>,
  {
    decision,
    doc,
    asker,
    detail,
    also,
  }: { decision: Decision; doc: BulkRunRecord; asker: Asker; detail?: string; also: Write[] },
): Promise<Stored<BulkRunRecord>> {
  const refusal = problem('bulk.not-possible-now', 409);
  if (!decisionsOn(run.doc).includes(decision)) throw refusal;
  try {
    await runtime.store.commit([
      { op: 'replace', collection: bulkRunSpec.name, id: run.id, version: run.version, doc },
      ...also,
      ...auditWrite({
        at: isoNow(runtime.clock),
        ...asker,
        what: `bulk.${doc.kind}.${decision}`,
        subject: run.id,
        ...(detail && { detail }),
      }),
    ]);
  } catch (error) {
    if (error instanceof StoreConflict) throw refusal;
    throw error;
  }
  runtime.jobs.nudge();
  return { id: run.id, version: run.version + 1, doc };
}
