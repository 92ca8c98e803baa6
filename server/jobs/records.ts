/** The outbox: work written in the commit that asks for it, done after it, at least once. */
import type { CollectionSpec } from '../store/store.ts';

export type JobState = 'queued' | 'running' | 'done' | 'dead';

/** Stored under the job's id, which is its idempotency key. Instants are ISO-8601 UTC. */
export interface Job {
  /** names the handler: `timer`, `document.print`, `webhook` */
  type: string;
  payload: unknown;
  /** not before */
  dueAt: string;
  state: JobState;
  /** when a runner may take it: due, back-off over, or lease ended; null when done or dead */
  nextAt: string | null;
  /** the runner that holds or held it */
  owner: string | null;
  /** the lease of `owner` while running */
  leaseUntil: string | null;
  /** times it was begun */
  attempts: number;
  lastError: string | null;
  /** when it was done or given up */
  endedAt: string | null;
}

export const jobSpec: CollectionSpec<Job> = {
  name: 'jobs',
  shardKey: 'id',
  indexes: [
    // The type stands in the index: papers that wait are stepped over without being read.
    { name: 'byNext', fields: ['nextAt', 'type'], sparse: true },
    { name: 'byState', fields: ['state', 'dueAt'] },
    { name: 'byEnd', fields: ['endedAt'], sparse: true },
  ],
};
