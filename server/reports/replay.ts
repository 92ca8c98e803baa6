/** Counts everything anew from the history: after a repair, and to prove the counters right. */
import { historySpec } from '../dossiers/records.ts';
import type { Collection, CollectionSpec, Store, Write } from '../store/store.ts';
import { fold } from './fold.ts';
import { type CounterRecord, counterSpec, unfoldedSpec } from './records.ts';

type Readable = { collection<T extends object>(spec: CollectionSpec<T>): Collection<T> };

/** The counters that the whole history gives, by id; nothing is written. */
export async function countHistory(store: Readable): Promise<Map<string, CounterRecord>> {
  const counters = new Map<string, CounterRecord>();
  for await (const { doc } of everything(store.collection(historySpec))) fold(counters, doc);
  return counters;
}

const BATCH = 500;

/** Replaces all counters; to be called while nothing is written to the store. */
export async function replayReports(store: Store): Promise<void> {
  for (const spec of [unfoldedSpec, counterSpec]) {
    const old: string[] = [];
    for await (const { id } of everything(store.collection<object>(spec))) old.push(id);
    await commitInBatches(
      store,
      old.map((id) => ({ op: 'delete', collection: spec.name, id })),
    );
  }
  const counted = await countHistory(store);
  await commitInBatches(
    store,
    [...counted].map(([id, doc]) => ({ op: 'insert', collection: counterSpec.name, id, doc })),
  );
}

async function commitInBatches(store: Store, writes: Write[]): Promise<void> {
  for (let from = 0; from < writes.length; from += BATCH)
    await store.commit(writes.slice(from, from + BATCH));
}

async function* everything<T extends object>(collection: Collection<T>) {
  for (let cursor: string | undefined; ; ) {
    const page = await collection.find({ limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
