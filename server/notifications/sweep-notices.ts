/** Forgets notices that were read long ago; the history of each dossier keeps what they told. */
import type { Runtime } from '../runtime/runtime.ts';
import { noticeSpec } from './records.ts';

const KEPT_MS = 90 * 24 * 3_600_000;
const LARGEST_SWEEP = 500;

/** Unread ones stay, however old. @returns how many were forgotten; call again while it is not 0 */
export async function sweepNotices({ store, clock }: Pick<Runtime, 'store' | 'clock'>): Promise<number> {
  const before = new Date(clock.now() - KEPT_MS).toISOString();
  const { items } = await store.collection(noticeSpec).find({
    where: { readAt: { lt: before } },
    sort: [{ field: 'readAt', direction: 'asc' }],
    limit: LARGEST_SWEEP,
  });
  if (items.length > 0) {
    await store.commit(items.map(({ id }) => ({ op: 'delete', collection: noticeSpec.name, id })));
  }
  return items.length;
}
