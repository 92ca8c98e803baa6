/** Whether this process keeps up: a loop that comes round late answers everybody late. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

export interface LoopWatch {
  /** Whether the loop was late on average over the last second. */
  isLate(): boolean;
  /** Whether the loop, or what the process has of the machine, is at work for most of its time now: whoever can wait should. */
  isFull(): boolean;
  stop(): void;
}

/** One long stall (a collection of garbage, a large form compiled) is no overload: the mean of a second tells. */
const WINDOW_MS = 1000;
const LATE_MS = 500;
const NANOSECONDS = 1e6;
const FULL_MS = 250;
/** of the time, at work */
const FULL = 0.75;

/**
 * Costs two timers; the mean is taken anew at most once a second, when somebody asks.
 * @param options.cores that the process, with all its threads, can count on
 */
export function watchLoop({ cores }: { cores: number }): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  let isLate = false;
  let since = performance.now();
  let isFull = false;
  let before = measure();
  const fullness = setInterval(() => {
    const now = measure();
    isFull = isFullBetween(before, now, cores);
    before = now;
  }, FULL_MS);
  fullness.unref();
  return {
    isLate: () => {
      const now = performance.now();
      if (now - since >= WINDOW_MS) {
        isLate = delays.mean / NANOSECONDS > LATE_MS;
        delays.reset();
        since = now;
      }
      return isLate;
    },
    isFull: () => isFull,
    stop: () => {
      delays.disable();
      clearInterval(fullness);
    },
  };
}

/** Milliseconds since the process began. */
export interface Worked {
  at: number;
  /** the event loop's */
  loop: number;
  /** all threads' together */
  threads: number;
}

function measure(): Worked {
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    loop: performance.eventLoopUtilization().active,
    threads: (user + system) / 1000,
  };
}

/** @param cores that the process can count on */
export function isFullBetween(before: Worked, now: Worked, cores: number): boolean {
  const share = (of: 'loop' | 'threads') => (now[of] - before[of]) / (now.at - before.at);
  return Math.max(share('loop'), share('threads') / cores) > FULL;
}
