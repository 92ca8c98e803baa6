/** Scheduling and cancelling as writes, so that a job exists if and only if the commit that wanted it went through. */
import { type Clock, isoNow } from '../clock.ts';
import type { Write } from '../store/store.ts';
import { type Job, jobSpec } from './records.ts';

export interface NewJob {
  /**
   * Idempotency key. A second job of the same id, waiting or done within the last week, is refused by
   * the commit with DuplicateKey (`jobs`, `id`).
   */
  id: string;
  type: string;
  /** ISO-8601 UTC; at once when absent */
  runAt?: string;
  payload: unknown;
}

export interface JobQueue {
  schedule(job: NewJob): Write;
  /** Also of a job that runs already: its end is then no longer recorded. No error when there is none. */
  cancel(id: string): Write;
  /** Tells the runner of this process to look now; call it after the commit. */
  nudge(): void;
}

export const jobQueue = ({ clock, nudge }: { clock: Clock; nudge: () => void }): JobQueue => ({
  schedule: (job) => jobWrite(job, clock),
  cancel: (id) => ({ op: 'delete', collection: jobSpec.name, id }),
  nudge,
});

/** The insertion of one job, for a commit. */
export function jobWrite({ id, type, runAt, payload }: NewJob, clock: Clock): Write {
  const dueAt = runAt ?? isoNow(clock);
  const doc: Job = {
    type,
    payload,
    dueAt,
    state: 'queued',
    nextAt: dueAt,
    owner: null,
    leaseUntil: null,
    attempts: 0,
    lastError: null,
    endedAt: null,
  };
  return { op: 'insert', collection: jobSpec.name, id, doc };
}
