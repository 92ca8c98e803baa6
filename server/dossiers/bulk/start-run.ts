/** Begins the look at an undertaking; nothing changes before somebody approves it. */
import { randomUUID } from 'node:crypto';
import { type Asker, auditWrite } from '../../access/audit.ts';
import { isoNow } from '../../clock.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored } from '../../store/store.ts';
import { type BulkOrder, type BulkRunRecord, bulkRunSpec } from './records.ts';
import { stepJob } from './step-job.ts';

export async function startRun(
  runtime: Runtime,
  { order, asker }: { order: BulkOrder; asker: Asker },
): Promise<Stored<BulkRunRecord>> {
  const id = randomUUID();
  const at = isoNow(runtime.clock);
  const doc: BulkRunRecord = {
    order,
    kind: order.kind,
    state: 'previewing',
    startedAt: at,
    startedBy: asker.actor,
    looked: 0,
    steps: 1,
  };
  await runtime.store.commit([
    { op: 'insert', collection: bulkRunSpec.name, id, doc },
    runtime.jobs.schedule(stepJob(id, doc)),
    ...auditWrite({ at, ...asker, what: `bulk.${order.kind}.preview`, subject: id }),
  ]);
  runtime.jobs.nudge();
  return { id, version: 1, doc };
}
