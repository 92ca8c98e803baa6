import { describe, expect, it } from '@jest/globals';
import type { JobRun } from '../../server/jobs/attempt-job.ts';
import { jobQueue, jobWrite } from '../../server/jobs/job-queue.ts';
import { JobHopeless } from '../../server/jobs/retry-policy.ts';
import { DuplicateKey } from '../../server/store/store.ts';
import { buildJobs, gate } from '../support/build-jobs.ts';

const never = async () => {
  throw new Error('no connection');
};

describe('the outbox', () => {
  it('holds a job only when the commit that wanted it went through', async () => {
    const { store, clock, schedule, job } = buildJobs();
    await schedule('a');
    await expect(
      store.commit([
        jobWrite({ id: 'b', type: 'test', payload: {} }, clock),
        jobWrite({ id: 'a', type: 'test', payload: {} }, clock),
      ]),
    ).rejects.toThrow(DuplicateKey);
    expect(await job('a')).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await job('b')).toBeUndefined();
  });

  it('is done at once when the runner is nudged, and only then', async () => {
    const { schedule, runner, job } = buildJobs();
    const { open, opened } = gate();
    const jobs = runner(async () => open());
    await jobs.drain();
    await schedule('a');
    jobs.nudge();
    await opened;
    await jobs.stop();
    expect(await job('a')).toMatchObject({ state: 'done', attempts: 1, nextAt: null });
  });

  it('is done without a nudge by the next look', async () => {
    const { schedule, runner } = buildJobs();
    const { open, opened } = gate();
    const jobs = runner(async () => open(), { pollMs: 5 });
    await schedule('a');
    await opened;
    await jobs.stop();
  });

  it('is done in the order of the due times, what it leads to included, and nothing early', async () => {
    const { store, clock, schedule, runner, pass } = buildJobs();
    const order: string[] = [];
    await schedule('late', 60);
    await schedule('third', 30);
    await schedule('first', 10);
    const jobs = runner(async ({ job }) => {
      order.push(job.id);
      if (job.id === 'first')
        await store.commit([
          jobWrite({ id: 'second', type: 'test', runAt: '2026-04-17T02:00:20.000Z', payload: {} }, clock),
        ]);
    });
    expect(await jobs.drain()).toBe(0);
    expect(await jobs.nextDueAt()).toBe('2026-04-17T02:00:10.000Z');
    pass(59);
    expect(await jobs.drain()).toBe(3);
    expect(order).toEqual(['first', 'second', 'third']);
    expect(await jobs.nextDueAt()).toBe('2026-04-17T02:01:00.000Z');
    await jobs.stop();
  });

  it('can be drained of some types only', async () => {
    const { schedule, runner, job } = buildJobs();
    const jobs = runner(async () => {}, { handlers: { timer: async () => {}, print: async () => {} } });
    await jobs.drain();
    await schedule('p', 0, 'print');
    await schedule('t', 0, 'timer');
    expect(await jobs.drain({ types: ['timer'] })).toBe(1);
    expect(await job('t')).toMatchObject({ state: 'done' });
    await jobs.stop();
  });

  it('leaves types it has no handler for to others', async () => {
    const { schedule, runner, job } = buildJobs();
    await schedule('a', 0, 'webhook');
    const jobs = runner(async () => {});
    expect(await jobs.drain()).toBe(0);
    await jobs.stop();
    expect(await job('a')).toMatchObject({ state: 'queued' });
  });

  it('is not done when it was cancelled before, and cancelling nothing is no error', async () => {
    const { store, clock, schedule, runner } = buildJobs();
    const jobs = runner(never);
    await jobs.drain();
    await schedule('a', 5);
    await store.commit([jobQueue({ clock, nudge: jobs.nudge }).cancel('a')]);
    await store.commit([jobQueue({ clock, nudge: jobs.nudge }).cancel('a')]);
    expect(await jobs.nextDueAt()).toBeNull();
    await jobs.stop();
  });

  it('may be cancelled while it runs', async () => {
    const { store, clock, schedule, runner, job, logged } = buildJobs();
    await schedule('a');
    const jobs = runner(async () => {
      await store.commit([jobQueue({ clock, nudge: () => {} }).cancel('a')]);
    });
    await jobs.drain();
    await jobs.stop();
    expect(await job('a')).toBeUndefined();
    expect(logged).toEqual([]);
  });
});

describe('runners side by side', () => {
  it('never do one job twice', async () => {
    const { schedule, runner } = buildJobs();
    const ids = Array.from({ length: 100 }, (_, n) => `job-${n}`);
    await Promise.all(ids.map((id) => schedule(id)));
    const began: string[] = [];
    const handler = async ({ job }: JobRun) => void began.push(job.id);
    const runners = ['one', 'two', 'three'].map((owner) => runner(handler, { owner, concurrency: 5 }));
    await Promise.all(runners.map((jobs) => jobs.drain()));
    await Promise.all(runners.map((jobs) => jobs.stop()));
    expect([...began].sort()).toEqual([...ids].sort());
  });

  it('keep to their number of jobs at a time', async () => {
    const { schedule, runner } = buildJobs();
    await Promise.all(Array.from({ length: 9 }, (_, n) => schedule(`job-${n}`)));
    let now = 0;
    let most = 0;
    let finished = 0;
    const { open, opened } = gate();
    const jobs = runner(
      async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        finished += 1;
        if (finished === 9) open();
      },
      { concurrency: 3 },
    );
    await opened;
    await jobs.stop();
    expect(most).toBe(3);
  });

  it('take over from one that died, after its lease and not before', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('a');
    const begun = gate();
    const dead = runner(
      () => {
        begun.open();
        return new Promise(() => {});
      },
      { owner: 'dead', leaseMs: 30_000 },
    );
    await begun.opened;
    void dead.stop();

    const attempts: number[] = [];
    const heir = runner(async ({ attempt }) => void attempts.push(attempt), { owner: 'heir' });
    pass(29);
    expect(await heir.drain()).toBe(0);
    expect(await job('a')).toMatchObject({ state: 'running', owner: 'dead' });
    pass(1);
    expect(await heir.drain()).toBe(1);
    expect(attempts).toEqual([2]);
    expect(await job('a')).toMatchObject({ state: 'done', owner: 'heir' });
    await heir.stop();
  });

  it('do not undo what the heir recorded when the first comes back late', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('a');
    const begun = gate();
    const held = gate();
    const slow = runner(
      async () => {
        begun.open();
        await held.opened;
        throw new Error('too late');
      },
      { owner: 'slow' },
    );
    await begun.opened;
    pass(60);
    const heir = runner(async () => {}, { owner: 'heir' });
    await heir.drain();
    held.open();
    await slow.stop();
    await heir.stop();
    expect(await job('a')).toMatchObject({ state: 'done', owner: 'heir', lastError: null });
  });

  it('finish what runs when they are stopped, and take nothing more', async () => {
    const { schedule, runner, job } = buildJobs();
    await schedule('a');
    const begun = gate();
    const held = gate();
    const jobs = runner(
      async () => {
        begun.open();
        await held.opened;
      },
      { concurrency: 1 },
    );
    await begun.opened;
    await schedule('b');
    const stopped = jobs.stop();
    held.open();
    await stopped;
    expect(await job('a')).toMatchObject({ state: 'done' });
    expect(await job('b')).toMatchObject({ state: 'queued' });
  });
});

describe('a job that fails', () => {
  it('waits twice as long after each try, up to a bound, and is dead after the last', async () => {
    const { schedule, runner, job, pass, logged } = buildJobs();
    await schedule('a');
    const jobs = runner(never, { retry: { attempts: 4, firstDelayMs: 1000, longestDelayMs: 3000 } });
    for (const seconds of [0, 1, 2, 3]) {
      pass(seconds);
      await jobs.drain();
    }
    expect(await job('a')).toMatchObject({
      state: 'dead',
      attempts: 4,
      lastError: 'no connection',
      nextAt: null,
    });
    expect(logged).toEqual(['job failed', 'job failed', 'job failed', 'job given up']);
    await jobs.stop();
  });

  it('is not tried again before its wait is over', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('a');
    const jobs = runner(never, { retry: { attempts: 4, firstDelayMs: 10_000, longestDelayMs: 60_000 } });
    await jobs.drain();
    pass(9);
    await jobs.drain();
    expect(await job('a')).toMatchObject({
      state: 'queued',
      attempts: 1,
      nextAt: '2026-04-17T02:00:10.000Z',
      owner: null,
    });
    await jobs.stop();
  });

  it('is dead at once when its handler sees no hope', async () => {
    const { schedule, runner, job } = buildJobs();
    await schedule('a');
    const jobs = runner(async () => {
      throw new JobHopeless('no such dossier');
    });
    await jobs.drain();
    await jobs.stop();
    expect(await job('a')).toMatchObject({ state: 'dead', attempts: 1, lastError: 'no such dossier' });
  });

  it('is dead when every runner that began it died', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('a');
    const retry = { attempts: 2, firstDelayMs: 1000, longestDelayMs: 1000 };
    for (const owner of ['one', 'two']) {
      const begun = gate();
      const dying = runner(
        () => {
          begun.open();
          return new Promise(() => {});
        },
        { owner, retry },
      );
      await begun.opened;
      void dying.stop();
      pass(60);
    }
    const survivor = runner(never, { owner: 'survivor', retry });
    await survivor.drain();
    await survivor.stop();
    expect(await job('a')).toMatchObject({ state: 'dead', lastError: 'no try came to an end' });
  });
});

describe('a handler', () => {
  it('ends its job in its own commit, so that work and end are one', async () => {
    const { store, schedule, runner, job } = buildJobs();
    const effects = store.collection({ name: 'effects', indexes: [] });
    await schedule('a');
    const jobs = runner(async ({ done, job: { id }, now }) => {
      await store.commit([done, { op: 'insert', collection: 'effects', id, doc: { now } }]);
    });
    await jobs.drain();
    await jobs.stop();
    expect(await job('a')).toMatchObject({ state: 'done', attempts: 1 });
    expect(await effects.get('a')).toMatchObject({ doc: { now: '2026-04-17T02:00:00.000Z' } });
  });

  it('that ended its job leaves no commit to be refused, which would cost what is committed beside it', async () => {
    const { store, schedule, runner } = buildJobs();
    let refused = 0;
    const watched: typeof store = {
      ...store,
      commit: (commit) =>
        store.commit(commit).catch((error: unknown) => {
          refused += 1;
          throw error;
        }),
    };
    await schedule('a');
    const jobs = runner(async ({ done }) => store.commit([done]), { store: watched });
    await jobs.drain();
    await jobs.stop();
    expect(refused).toBe(0);
  });
});

describe('a job that is done without a lease', () => {
  const unheld = { unheld: ['test'] };
  const commitsOf = (store: ReturnType<typeof buildJobs>['store']) => {
    const counted = { commits: 0 };
    const commit: typeof store.commit = (writes) => {
      counted.commits += 1;
      return store.commit(writes);
    };
    return { counted, watched: { ...store, commit } };
  };

  it('takes the one commit of its handler', async () => {
    const { store, schedule, runner, job } = buildJobs();
    const { counted, watched } = commitsOf(store);
    await schedule('a');
    const jobs = runner(async ({ done }) => watched.commit([done]), { ...unheld, store: watched });
    await jobs.drain();
    await jobs.stop();
    expect(await job('a')).toMatchObject({ state: 'done', attempts: 1 });
    expect(counted.commits).toBe(1);
  });

  it('is tried again when it failed, with its tries counted', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('a');
    const attempts: number[] = [];
    const handler = async ({ attempt }: JobRun) => {
      attempts.push(attempt);
      await never();
    };
    const jobs = runner(handler, {
      ...unheld,
      retry: { attempts: 2, firstDelayMs: 1000, longestDelayMs: 1000 },
    });
    await jobs.drain();
    expect(await job('a')).toMatchObject({ state: 'queued', attempts: 1, lastError: 'no connection' });
    pass(1);
    await jobs.drain();
    await jobs.stop();
    expect(attempts).toEqual([1, 2]);
    expect(await job('a')).toMatchObject({ state: 'dead', attempts: 2 });
  });

  it('has its effect once though two runners should begin it, and who came late calls it no failure', async () => {
    const { store, schedule, runner, job, logged } = buildJobs();
    const effects = store.collection({ name: 'effects', indexes: [] });
    await schedule('a');
    let begun = 0;
    const both = gate();
    const handler = async ({ done, job: { id } }: JobRun) => {
      begun += 1;
      if (begun === 2) both.open();
      await both.opened;
      await store.commit([done, { op: 'insert', collection: 'effects', id, doc: {} }]);
    };
    const runners = ['one', 'two'].map((owner) => runner(handler, { ...unheld, owner }));
    await Promise.all(runners.map((each) => each.drain()));
    await Promise.all(runners.map((each) => each.stop()));
    expect([begun, logged, await effects.count({})]).toEqual([2, [], 1]);
    expect(await job('a')).toMatchObject({ state: 'done', attempts: 1 });
  });
});

describe('jobs done long ago', () => {
  it('are forgotten after a week, dead and waiting ones kept', async () => {
    const { schedule, runner, job, pass } = buildJobs();
    await schedule('done');
    await schedule('dead');
    const jobs = runner(
      async ({ job: { id } }) => {
        if (id === 'dead') throw new JobHopeless('never');
      },
      { pollMs: 5 },
    );
    await jobs.drain();
    pass(7 * 24 * 3600 + 1);
    await schedule('waiting', 30 * 24 * 3600);
    while (await job('done')) await new Promise((resolve) => setImmediate(resolve));
    await jobs.stop();
    expect(await job('dead')).toMatchObject({ state: 'dead' });
    expect(await job('waiting')).toMatchObject({ state: 'queued' });
  });
});

describe('long work behind', () => {
  const papers = Array.from({ length: 6 }, (_, n) => `paper-${n}`);

  /** Papers that are printed when the test lets them, and timers that end at once. */
  function buildPress(
    { places, isBusy = () => false }: { places: number; isBusy?: () => boolean },
    options = {},
  ) {
    const { open, opened } = gate();
    const begun: string[] = [];
    const waitedFor = new Map<string, () => void>();
    const note = (id: string) => {
      begun.push(id);
      waitedFor.get(id)?.();
    };
    const office = buildJobs();
    return {
      ...office,
      begun,
      letPrint: open,
      /** resolves when this job is begun */
      begins: (id: string) =>
        new Promise<void>((resolve) => (begun.includes(id) ? resolve() : waitedFor.set(id, resolve))),
      start: () =>
        office.runner(async () => {}, {
          handlers: {
            print: async ({ job }) => {
              note(job.id);
              await opened;
            },
            timer: async ({ job }) => note(job.id),
          },
          background: { places: { print: places }, isBusy },
          ...options,
        }),
    };
  }

  it('does not hold up a timer that falls due after many papers', async () => {
    const { schedule, start, begins, begun, letPrint } = buildPress({ places: 2 });
    for (const id of papers) await schedule(id, 0, 'print');
    await schedule('timer', 0, 'timer');
    const jobs = start();
    await begins('timer');
    expect(begun.filter((id) => id !== 'timer')).toEqual(['paper-0', 'paper-1']);
    letPrint();
    await begins('paper-5');
    await jobs.stop();
    expect(begun.filter((id) => id !== 'timer')).toEqual(papers);
  });

  it('waits while the machine is busy, but for one at each look of the runner itself', async () => {
    let isBusy = true;
    const { schedule, start, begins, begun, letPrint } = buildPress({ places: 2, isBusy: () => isBusy });
    letPrint();
    for (const id of papers) await schedule(id, 0, 'print');
    const jobs = start();
    await begins('paper-0');
    await schedule('timer', 0, 'timer');
    jobs.nudge();
    await begins('timer');
    expect(begun).toEqual(['paper-0', 'timer']);
    isBusy = false;
    jobs.nudge();
    await begins('paper-5');
    await jobs.stop();
  });

  it('never stands still, however long the machine is busy', async () => {
    const { schedule, start, begins, letPrint } = buildPress(
      { places: 1, isBusy: () => true },
      { pollMs: 2 },
    );
    letPrint();
    for (const id of papers) await schedule(id, 0, 'print');
    const jobs = start();
    await begins('paper-5');
    await jobs.stop();
  });

  it('is done in its order by whoever drains', async () => {
    const { schedule, start, begun, letPrint } = buildPress({ places: 1, isBusy: () => true });
    letPrint();
    const jobs = start();
    await jobs.drain();
    for (const id of papers) await schedule(id, 0, 'print');
    expect(await jobs.drain()).toBe(papers.length);
    expect(begun).toEqual(papers);
    await jobs.stop();
  });
});
