/** Jobs, runners and what they did, for tests. */
import { manualClock } from '../../server/clock.ts';
import type { JobHandler } from '../../server/jobs/attempt-job.ts';
import { jobWrite } from '../../server/jobs/job-queue.ts';
import { type Job, jobSpec } from '../../server/jobs/records.ts';
import { type JobRunnerOptions, startJobRunner } from '../../server/jobs/start-job-runner.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';

export const NINE_O_CLOCK = Date.parse('2026-04-17T02:00:00Z');

/** A store, a clock at 09:00 of Friday 17/04/2026, and runners of one handler on them. */
export function buildJobs() {
  const store = openSqliteStore({ folder: ':memory:' });
  const clock = manualClock(NINE_O_CLOCK);
  const collection = store.collection<Job>(jobSpec);
  const logged: string[] = [];
  const log = {
    warn: (_details: object, message: string) => void logged.push(message),
    error: (_details: object, message: string) => void logged.push(message),
  };
  return {
    store,
    clock,
    logged,
    /** @param seconds after nine when it falls due; at once when absent */
    schedule: (id: string, seconds = 0, type = 'test') =>
      store.commit([
        jobWrite(
          { id, type, runAt: new Date(NINE_O_CLOCK + seconds * 1000).toISOString(), payload: { id } },
          clock,
        ),
      ]),
    job: async (id: string) => (await collection.get(id))?.doc,
    runner: (handler: JobHandler, options: Partial<JobRunnerOptions> = {}) =>
      startJobRunner({
        store,
        clock,
        log,
        owner: 'one',
        handlers: { test: handler },
        pollMs: 3_600_000,
        ...options,
      }),
    pass: (seconds: number) => clock.moveTo(clock.now() + seconds * 1000),
  };
}

/** A promise and the way to keep it. */
export function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
