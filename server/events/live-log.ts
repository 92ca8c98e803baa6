/** The live events that servers on one database tell each other, in the order of their commits. */
import type { LiveEvent } from '../contract/integration.ts';
import type { CollectionSpec, Store } from '../store/store.ts';
import type { Audience } from './live-hub.ts';

export interface Told {
  event: LiveEvent;
  audience: Audience;
}

/** What one server told within a moment. */
export interface LiveBatch {
  seq: number;
  /** the server that told it */
  by: string;
  told: Told[];
}

export interface LiveLog {
  /** one commit */
  append(batch: Omit<LiveBatch, 'seq'>): Promise<void>;
  /** every batch after a place, as far as it is kept, oldest first; one read for a page of them */
  after(seq: number): AsyncIterable<LiveBatch>;
  /** the place of the newest batch */
  last(): Promise<number>;
}

/**
 * A batch takes its place in the commit that writes it, so no reader that goes on from the last place it saw can
 * miss one that was committed late.
 * @param options.kept batches; older ones go in the commits that add new ones
 */
export function openLiveLog(store: Store, { kept }: { kept: number }): LiveLog {
  const batches = store.collection(liveBatchSpec);
  return {
    append: (batch) =>
      store.commit({
        take: [SEQUENCE],
        writes: ({ [SEQUENCE]: seq = 0 }) => [
          { op: 'insert', collection: liveBatchSpec.name, id: `${seq}`, doc: { ...batch, seq } },
          { op: 'delete', collection: liveBatchSpec.name, id: `${seq - kept}` },
        ],
      }),
    after: async function* (seq) {
      let last = seq;
      for (;;) {
        const { items } = await batches.find({
          where: { seq: { gt: last } },
          sort: [{ field: 'seq', direction: 'asc' }],
          limit: PAGE,
        });
        for (const { doc } of items) {
          last = doc.seq;
          yield doc;
        }
        if (items.length < PAGE) return;
      }
    },
    last: () => store.sequence(SEQUENCE),
  };
}

const liveBatchSpec: CollectionSpec<LiveBatch> = {
  name: 'live-events',
  indexes: [{ name: 'seq', fields: ['seq'] }],
};
const SEQUENCE = 'live-events';
const PAGE = 100;
