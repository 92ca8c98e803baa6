import type { PaperParts } from '../../../templates/complete-paper.ts';
import type { CollectionSpec } from '../../store/store.ts';

/** Papers on their way into one PDF. Kept for a day: whoever wants it again orders it again. */
export interface BatchRecord {
  /** account that ordered it; nobody else gets it */
  owner: string;
  orderedAt: string;
  /** ids of documents, in the order of the pages */
  papers: string[];
  /** a list written for this batch alone: template and data */
  list?: { template: { key: string; version: number }; title: string; data: PaperParts };
  state: 'waiting' | 'running' | 'done';
  done: number;
  skipped: { dossier: string; id: string; code: string }[];
  /** of the PDF */
  sha256?: string;
}

export const batchSpec: CollectionSpec<BatchRecord> = {
  name: 'print-batches',
  shardKey: 'id',
  indexes: [{ name: 'orderedAt', fields: ['orderedAt'] }],
};

export const BATCH_JOB = 'document.batch';
