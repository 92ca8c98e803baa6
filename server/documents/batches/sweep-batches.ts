import { isoNow } from '../../clock.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { Stored, Write } from '../../store/store.ts';
import { BATCH_JOB, type BatchRecord, batchSpec } from './records.ts';

const KEPT_MS = 24 * 3_600_000;

/** Forgets batches of the day before, and their PDFs: the papers themselves stay where they are. */
export async function sweepBatches({ store, clock, blobs, jobs }: Runtime): Promise<void> {
  const batches = store.collection(batchSpec);
  const before = new Date(Date.parse(isoNow(clock)) - KEPT_MS).toISOString();
  const { items } = await batches.find({
    where: { orderedAt: { lt: before } },
    sort: [{ field: 'orderedAt', direction: 'asc' }],
    limit: 50,
  });
  if (items.length === 0) return;
  await store.commit(items.flatMap(({ id }) => [forget(id), jobs.cancel(`${BATCH_JOB}:${id}`)]));
  for (const { doc } of items) {
    if (doc.sha256 && !(await isWanted(batches, doc.sha256))) await blobs.delete(doc.sha256);
  }
}

const forget = (id: string): Write => ({ op: 'delete', collection: batchSpec.name, id });

async function isWanted(
  batches: { find(query: object): Promise<{ items: Stored<BatchRecord>[] }> },
  sha256: string,
): Promise<boolean> {
  return (await batches.find({ where: { sha256 }, limit: 1 })).items.length > 0;
}
