/**
 * Keeps the counters of the statistics up with the history. What a commit left to be counted is a record of its
 * own (the checkpoint is its absence), taken away in the very commit that counts it: nothing is counted twice or
 * lost, whoever dies, and however many projectors run.
 */
import { type HistoryRecord, historySpec } from '../dossiers/records.ts';
import { type Collection, DuplicateKey, type Store, StoreConflict, type Write } from '../store/store.ts';
import { counterId, fold } from './fold.ts';
import { type CounterRecord, counterSpec, unfoldedSpec } from './records.ts';

export interface Projector {
  /** When it resolves, everything committed before the call is counted. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 500;

/** @param options.everyMs milliseconds between looks; 500 when absent */
export function startProjector({
  store,
  onFault,
  everyMs = 500,
}: {
  store: Store;
  onFault: (fault: unknown) => void;
  everyMs?: number;
}): Projector {
  let running: Promise<void> | undefined;
  const catchUp = async (): Promise<void> => {
    // What runs began before the call and may have looked already.
    await running?.catch(() => undefined);
    running ??= foldAll(store).finally(() => {
      running = undefined;
    });
    return running;
  };
  store.collection(counterSpec);
  const poll = setInterval(() => {
    if (!running) catchUp().catch(onFault);
  }, everyMs).unref();
  return {
    catchUp,
    stop: async () => {
      clearInterval(poll);
      await running?.catch(() => undefined);
    },
  };
}

async function foldAll(store: Store): Promise<void> {
  while (await foldBatch(store));
}

/** @returns whether there may be more */
async function foldBatch(store: Store): Promise<boolean> {
  const { items } = await store
    .collection(unfoldedSpec)
    .find({ sort: [{ field: 'at', direction: 'asc' }], limit: BATCH });
  if (items.length === 0) return false;
  const records = await store.collection(historySpec).getMany(items.map(({ id }) => id));
  const taken = items.map(
    ({ id, version }): Write => ({ op: 'delete', collection: unfoldedSpec.name, id, version }),
  );
  const counted = await counterWrites(
    store.collection(counterSpec),
    records.map(({ doc }) => doc),
  );
  try {
    await store.commit([...taken, ...counted]);
  } catch (error) {
    // Another projector was faster: what is left is looked for anew.
    if (!(error instanceof StoreConflict || error instanceof DuplicateKey)) throw error;
  }
  return true;
}

async function counterWrites(
  counters: Collection<CounterRecord>,
  records: HistoryRecord[],
): Promise<Write[]> {
  const changes = new Map<string, CounterRecord>();
  for (const record of records) fold(changes, record);
  const stored = new Map((await counters.getMany([...changes.keys()])).map((found) => [found.id, found]));
  const sums = new Map([...stored].map(([id, { doc }]) => [id, doc]));
  for (const record of records) fold(sums, record);
  return [...sums.values()].map((doc): Write => {
    const id = counterId(doc);
    const known = stored.get(id);
    const write = { collection: counters.name, id, doc };
    return known ? { op: 'replace', version: known.version, ...write } : { op: 'insert', ...write };
  });
}
