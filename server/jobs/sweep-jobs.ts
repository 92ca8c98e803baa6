/** Forgets jobs done long ago; dead ones stay until somebody has looked at them. */
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { jobSpec } from './records.ts';

const KEPT_MS = 7 * 24 * 3_600_000;
const LARGEST_SWEEP = 500;

/** @returns how many were forgotten; call again while it is not 0 */
export async function sweepJobs({ store, clock }: { store: Store; clock: Clock }): Promise<number> {
  const before = new Date(clock.now() - KEPT_MS).toISOString();
  const { items } = await store.collection(jobSpec).find({
    // Not `done`: of the index of states that would take nearly all there are.
    where: { endedAt: { lt: before }, state: { not: 'dead' } },
    sort: [{ field: 'endedAt', direction: 'asc' }],
    limit: LARGEST_SWEEP,
  });
  if (items.length > 0)
    await store.commit(items.map(({ id }) => ({ op: 'delete', collection: jobSpec.name, id })));
  return items.length;
}
