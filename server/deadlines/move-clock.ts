/** Moves a manual clock, letting everything that falls due on the way happen at its own time. */
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { JobRunner } from '../jobs/start-job-runner.ts';

export interface ClockMove {
  now?: string | undefined;
  advance?: string | undefined;
}

export interface MovedClock {
  clock: Clock;
  runner: Pick<JobRunner, 'drain' | 'nextDueAt'>;
  /** types of jobs that are done before it answers; printing need not hold a demonstration up */
  types: string[];
}

/**
 * When it resolves, every timer due by then has fired, in due order, and the work that followed is done.
 * @throws Problem clock.bad-span, clock.not-manual
 */
export async function moveClock({ clock, runner, types }: MovedClock, move: ClockMove): Promise<void> {
  if (!clock.moveTo) throw problem('clock.not-manual', 404);
  const target = targetOf(clock, move);
  await runner.drain({ types });
  if (target < clock.now()) {
    // Back to another month for a demonstration: what is due now is done first, what is due later waits for its time.
    await runner.drain();
    clock.moveTo(target);
    return;
  }
  for (;;) {
    const next = await runner.nextDueAt({ types });
    if (next === null || Date.parse(next) > target) break;
    clock.moveTo(Math.max(clock.now(), Date.parse(next)));
    await runner.drain({ types });
  }
  clock.moveTo(target);
  await runner.drain({ types });
}

function targetOf(clock: Clock, { now, advance }: ClockMove): number {
  if (now !== undefined) return Date.parse(now);
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
    return start.add(Temporal.Duration.from(advance ?? 'PT0S')).epochMilliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw problem('clock.bad-span', 422, { errors: [{ pointer: '/advance', code: 'clock.bad-span' }] });
  }
}
