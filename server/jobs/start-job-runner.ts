/** Takes due jobs, oldest first, and does several at a time. Any number of runners may share a store. */
import { isoNow } from '../clock.ts';
import type { Filter, Stored } from '../store/store.ts';
import { type AttemptDeps, attemptJob, beginUnheld, type JobHandler, takeJob } from './attempt-job.ts';
import { type Background, backgroundPlaces } from './background.ts';
import { type Job, jobSpec } from './records.ts';
import { DEFAULT_RETRY, type RetryPolicy } from './retry-policy.ts';
import { sweepJobs } from './sweep-jobs.ts';

export interface JobRunnerOptions extends Pick<AttemptDeps, 'store' | 'clock' | 'owner' | 'log'> {
  /** by job type; jobs of other types are left to other runners */
  handlers: { [type: string]: JobHandler };
  /**
   * Types of job that are done without a lease, for a store that no other runner works on: all they do is one commit with `done`.
   * That spares a commit before it.
   */
  unheld?: string[];
  /** jobs at a time; 4 when absent */
  concurrency?: number;
  /** milliseconds between looks when nothing nudges; 1000 when absent */
  pollMs?: number;
  /** milliseconds after which a silent runner's job is another's; 60 000 when absent */
  leaseMs?: number;
  retry?: RetryPolicy;
  /** other types come before these */
  background?: Background;
}

export interface JobRunner {
  /** There may be new work: look now. */
  nudge(): void;
  /**
   * Does, one by one in the order they fell due, all jobs due by the clock's now, those they lead to included.
   * @returns how many it began itself; what ran already is waited for, not counted
   */
  drain(filter?: { types?: string[] }): Promise<number>;
  /** When the next job falls due (ISO-8601 UTC), null when none waits. */
  nextDueAt(filter?: { types?: string[] }): Promise<string | null>;
  /** Takes nothing more and resolves when what runs has ended. */
  stop(): Promise<void>;
}

const NOTHING_BEHIND: Background = { places: {}, isBusy: () => false };
/** Jobs found at a look, of which some wait for a place: a look steps over all papers that wait. */
const LOOK_AHEAD = 32;
const SWEEP_EVERY_MS = 3_600_000;
const OLDEST_FIRST = [
  { field: 'nextAt', direction: 'asc' },
  { field: 'type', direction: 'asc' },
] as const;

export function startJobRunner(options: JobRunnerOptions): JobRunner {
  const { handlers, concurrency = 4, pollMs = 1000, unheld = [] } = options;
  const deps: AttemptDeps = {
    ...options,
    leaseMs: options.leaseMs ?? 60_000,
    retry: options.retry ?? DEFAULT_RETRY,
  };
  const jobs = deps.store.collection(jobSpec);
  const running: Promise<void>[] = [];
  /** ids under way here: until the take is written a look still finds them */
  const underWay = new Set<string>();
  /** found due and not begun yet, oldest first */
  let ahead: Stored<Job>[] = [];
  const behind = backgroundPlaces(options.background ?? NOTHING_BEHIND);
  const types = Object.keys(handlers);
  let looking: Promise<void> | null = null;
  let isNudged = false;
  let isStopped = false;
  /** drains under way: only they take jobs then, so that the order holds */
  let drains = 0;
  let sweptAt = deps.clock.now();

  const waiting = (some = types): Filter['where'] => ({
    type: { in: some },
    // As a range, which an index walk answers: done jobs, of which there are many, have none.
    nextAt: { gt: '' },
  });
  const due = async (limit: number, some?: string[]): Promise<Stored<Job>[]> => {
    const where = { ...waiting(some), nextAt: { lte: isoNow(deps.clock) } };
    return (await jobs.find({ where, sort: [...OLDEST_FIRST], limit })).items;
  };
  const perform = async (found: Stored<Job>): Promise<boolean> => {
    if (underWay.has(found.id)) return false;
    underWay.add(found.id);
    try {
      const job = unheld.includes(found.doc.type) ? beginUnheld(found) : await takeJob(found, deps);
      if (job) await attemptJob(job, handlers[job.doc.type] as JobHandler, deps);
      // Another runner works along the same line: what it has left is looked for anew.
      else ahead = [];
      return job !== null;
    } finally {
      underWay.delete(found.id);
    }
  };

  const begin = (found: Stored<Job>) => {
    const leave = behind.take(found.doc.type);
    const work: Promise<void> = perform(found)
      .finally(() => {
        void running.splice(running.indexOf(work), 1);
        leave();
      })
      // After a failure looking again at once would find the same job and fail the same way; the next poll will.
      .then(nudge, report);
    running.push(work);
  };

  /** Fills the free places until nothing is due; a place that falls free looks again. */
  const look = async () => {
    for (;;) {
      isNudged = false;
      if (isStopped || drains > 0 || running.length >= concurrency) return;
      if (ahead.length === 0) {
        const found = await due(LOOK_AHEAD + underWay.size, types.filter(behind.hasRoom));
        ahead = found.filter(({ id }) => !underWay.has(id));
      }
      const next = ahead.shift();
      if (next && behind.hasRoom(next.doc.type)) begin(next);
      else if (!next && !isNudged) return;
    }
  };
  const nudge = () => {
    isNudged = true;
    if (isStopped || looking || drains > 0) return;
    looking = look()
      .catch(report)
      .finally(() => {
        looking = null;
        if (isNudged && running.length < concurrency) nudge();
      });
  };
  const sweep = async () => {
    if (deps.clock.now() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = deps.clock.now();
    while ((await sweepJobs(deps)) > 0);
  };
  const report = (error: unknown) => deps.log.error({ err: error }, 'jobs cannot be reached');

  const poll = setInterval(() => {
    behind.admitOne();
    nudge();
    sweep().catch(report);
  }, pollMs);
  poll.unref();
  nudge();

  return {
    nudge,
    drain: async ({ types } = {}) => {
      let begun = 0;
      drains += 1;
      try {
        await looking;
        ahead = [];
        await Promise.allSettled(running);
        for (;;) {
          const [next] = await due(1, types);
          if (!next) return begun;
          if (await perform(next)) begun += 1;
        }
      } finally {
        drains -= 1;
        nudge();
      }
    },
    nextDueAt: async ({ types } = {}) => {
      const page = await jobs.find({
        where: waiting(types) as Filter['where'],
        sort: [...OLDEST_FIRST],
        limit: 1,
      });
      return page.items[0]?.doc.nextAt ?? null;
    },
    stop: async () => {
      isStopped = true;
      clearInterval(poll);
      await looking;
      await Promise.allSettled(running);
    },
  };
}
