import type { NewJob } from '../../jobs/job-queue.ts';
import type { BulkRunRecord } from './records.ts';

export const BULK_JOB = 'bulk.step';

export interface BulkPayload {
  run: string;
  step: number;
}

/** The next piece of work of a run: one page, so that other jobs get their turn between. */
export const stepJob = (run: string, { steps: step }: Pick<BulkRunRecord, 'steps'>): NewJob => ({
  id: `${BULK_JOB}:${run}:${step}`,
  type: BULK_JOB,
  payload: { run, step } satisfies BulkPayload,
});
