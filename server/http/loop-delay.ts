/** Whether this process keeps up: a loop that comes round late answers everybody late. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface LoopWatch {
  /** Whether the loop was late on average over the last second. */
  isLate(): boolean;
  stop(): void;
}

/** One long stall (a collection of garbage, a large form compiled) is no overload: the mean of a second tells. */
const WINDOW_MS = 1000;
const LATE_MS = 500;
const NANOSECONDS = 1e6;

/** Costs one timer; the mean is taken anew at most once a second, when somebody asks. */
export function watchLoop(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  let isLate = false;
  let since = performance.now();
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
    stop: () => void delays.disable(),
  };
}
