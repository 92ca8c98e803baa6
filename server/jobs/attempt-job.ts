/** One try of one job: taken by compare-and-set, handled, and its end recorded. */
import { type Clock, isoNow } from '../clock.ts';
import { type Store, StoreConflict, type Stored, type Write } from '../store/store.ts';
import { type Job, jobSpec } from './records.ts';
import { delayAfter, JobHopeless, type RetryPolicy } from './retry-policy.ts';

export interface JobRun {
  job: Stored<Job>;
  /** 1 the first time; more when a try failed, or its runner died after the work was done */
  attempt: number;
  /** ISO-8601 UTC */
  now: string;
  /**
   * Marks the job done. A handler that puts it into its own commit makes its work and the job's end one,
   * so that neither a crash nor a second runner repeats it. Otherwise the runner commits it afterwards.
   */
  done: Write;
}

/**
 * Does one job. Runs at least once for each job: it must find out by itself (or by `done`) what a try before
 * has already done. Ends within the lease, or another runner begins the same job.
 * @throws whatever went wrong: tried again later, `JobHopeless` excepted
 */
export type JobHandler = (run: JobRun) => Promise<void>;

export interface JobLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface AttemptDeps {
  store: Store;
  clock: Clock;
  owner: string;
  leaseMs: number;
  retry: RetryPolicy;
  log: JobLog;
}

/**
 * The job as a runner does it that takes no lease: the one commit of its handler, which ends it too, decides whose try it was.
 */
export const beginUnheld = ({ doc, ...found }: Stored<Job>): Stored<Job> => ({
  ...found,
  doc: { ...doc, attempts: doc.attempts + 1 },
});

/** @returns the job as now held by this runner; null when another was faster or it was cancelled */
export async function takeJob(found: Stored<Job>, deps: AttemptDeps): Promise<Stored<Job> | null> {
  const leaseUntil = later(deps.clock, deps.leaseMs);
  const doc: Job = {
    ...found.doc,
    state: 'running',
    owner: deps.owner,
    leaseUntil,
    nextAt: leaseUntil,
    attempts: found.doc.attempts + 1,
  };
  const isOurs = await replace(deps.store, { ...found, doc });
  return isOurs ? { id: found.id, version: found.version + 1, doc } : null;
}

/** Handles a job that this runner holds; never throws for what the handler throws. */
export async function attemptJob(job: Stored<Job>, handler: JobHandler, deps: AttemptDeps): Promise<void> {
  const done = { ...job, doc: ended(job.doc, { state: 'done', lastError: null }, deps.clock) };
  // Its runners died each time before they could say how it went; once more would kill the next.
  if (job.doc.attempts > deps.retry.attempts) {
    await bury(job, 'no try came to an end', deps);
    return;
  }
  try {
    await handler({ job, attempt: job.doc.attempts, now: isoNow(deps.clock), done: replaceWrite(done) });
  } catch (error) {
    await recordFailure(job, error, deps);
    return;
  }
  // A handler that ended the job in its own commit leaves nothing to do; a commit that must be refused would cost its neighbours.
  const now = await deps.store.collection(jobSpec).get(job.id);
  if (now?.version === job.version) await replace(deps.store, done);
}

async function recordFailure(job: Stored<Job>, error: unknown, deps: AttemptDeps): Promise<void> {
  const lastError = sentenceOf(error);
  const delay = error instanceof JobHopeless ? null : delayAfter(job.doc.attempts, deps.retry);
  if (delay === null) {
    await bury(job, lastError, deps);
    return;
  }
  const nextAt = later(deps.clock, delay);
  const doc: Job = { ...job.doc, state: 'queued', owner: null, leaseUntil: null, nextAt, lastError };
  // No failure when another runner has done it meanwhile.
  if (!(await replace(deps.store, { ...job, doc }))) return;
  deps.log.warn(
    { job: job.id, type: job.doc.type, attempt: job.doc.attempts, nextAt, err: error },
    'job failed',
  );
}

async function bury(job: Stored<Job>, lastError: string, deps: AttemptDeps): Promise<void> {
  deps.log.error({ job: job.id, type: job.doc.type, attempts: job.doc.attempts, lastError }, 'job given up');
  await replace(deps.store, { ...job, doc: ended(job.doc, { state: 'dead', lastError }, deps.clock) });
}

const ended = (job: Job, end: Pick<Job, 'state' | 'lastError'>, clock: Clock): Job => ({
  ...job,
  ...end,
  leaseUntil: null,
  nextAt: null,
  endedAt: isoNow(clock),
});

/** @returns whether the job was still as this runner knew it */
async function replace(store: Store, job: Stored<Job>): Promise<boolean> {
  try {
    await store.commit([replaceWrite(job)]);
    return true;
  } catch (error) {
    if (error instanceof StoreConflict) return false;
    throw error;
  }
}

const replaceWrite = ({ id, version, doc }: Stored<Job>): Write => ({
  op: 'replace',
  collection: jobSpec.name,
  id,
  version,
  doc,
});

const later = (clock: Clock, ms: number): string => new Date(clock.now() + ms).toISOString();

const LONGEST_SENTENCE = 500;
const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_SENTENCE);
