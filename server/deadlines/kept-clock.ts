/** A manual clock that stands where it was left when the server starts again: only a person moves it. */
import { type Clock, isoNow, manualClock } from '../clock.ts';
import type { CollectionSpec, Store } from '../store/store.ts';

const clockSpec: CollectionSpec<{ now: string }> = { name: 'manual-clock', indexes: [] };
const ID = 'now';

/** @param start milliseconds since the epoch, where nothing is kept yet */
export async function openKeptClock(store: Store, start: number): Promise<Required<Clock>> {
  const kept = await store.collection(clockSpec).get(ID);
  return manualClock(kept ? Date.parse(kept.doc.now) : start);
}

export async function keepClock(store: Store, clock: Clock): Promise<void> {
  store.collection(clockSpec);
  await store.commit([{ op: 'put', collection: clockSpec.name, id: ID, doc: { now: isoNow(clock) } }]);
}
