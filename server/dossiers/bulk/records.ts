/** What is stored of an undertaking on many dossiers, and of each dossier that it concerns. */
import type { Actor } from '../../access/actor.ts';
import type { CollectionSpec } from '../../store/store.ts';

export type BulkOrder =
  | { kind: 'recount'; unit?: string }
  | { kind: 'migration'; procedure: string; version: number; mapping: Record<string, string> };

export interface BulkRunRecord {
  order: BulkOrder;
  kind: BulkOrder['kind'];
  state: 'previewing' | 'previewed' | 'applying' | 'done' | 'cancelled';
  startedAt: string;
  startedBy: Actor;
  approval?: { at: string; by: Actor; reason: string; decision?: string };
  endedAt?: string;
  /** dossiers looked at */
  looked: number;
  /** where the preview goes on */
  cursor?: string;
  /** steps begun: makes each step's job a new one */
  steps: number;
}

export const bulkRunSpec: CollectionSpec<BulkRunRecord> = {
  name: 'bulk-runs',
  indexes: [
    { name: 'started', fields: ['startedAt'] },
    { name: 'kind', fields: ['kind', 'startedAt'] },
  ],
};

/** Stored under `<run>:<code>`: a dossier that the preview meets twice is one row. */
export interface BulkRowRecord {
  run: string;
  code: string;
  state: 'waiting' | 'done' | 'skipped';
  problem?: string;
  preview: object;
}

export const bulkRowSpec: CollectionSpec<BulkRowRecord> = {
  name: 'bulk-rows',
  shardKey: 'run',
  indexes: [
    { name: 'run', fields: ['run', 'code'] },
    { name: 'state', fields: ['run', 'state', 'code'] },
  ],
};

export const bulkRowId = (run: string, code: string): string => `${run}:${code}`;
