import type { Batch } from '../../contract/batches.ts';
import type { Stored } from '../../store/store.ts';
import type { BatchRecord } from './records.ts';

export const viewBatch = ({ id, doc }: Stored<BatchRecord>): Batch => ({
  id,
  state: doc.state,
  total: doc.papers.length + (doc.list ? 1 : 0),
  done: doc.done,
  skipped: doc.skipped,
  orderedAt: doc.orderedAt,
  ...(doc.sha256 && { href: `/api/v1/print-batches/${id}.pdf` }),
});
