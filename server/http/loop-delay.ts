/** Whether this process keeps up: a loop that comes round late answers everybody late. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

export interface LoopWatch {
  /** Whether the loop was late on average over the last second. */
  isLate(): boolean;
  /** Whether the loop was at work for most of the last second: whoever can wait should. */
  isFull(): boolean;
  stop(): void;
}

/** One long stall (a collection of garbage, a large form compiled) is no overload: the mean of a second tells. */
const WINDOW_MS = 1000;
const LATE_MS = 500;
const NANOSECONDS = 1e6;
/** of the time, at work */
const FULL = 0.75;

/** Costs one timer; both are taken anew at most once a second, when somebody asks. */
export function watchLoop(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  const last = { isLate: false, isFull: false };
  let since = performance.now();
  let work = performance.eventLoopUtilization();
  const look = () => {
    const now = performance.now();
    if (now - since < WINDOW_MS) return last;
    last.isLate = delays.mean / NANOSECONDS > LATE_MS;
    last.isFull = performance.eventLoopUtilization(work).utilization > FULL;
    delays.reset();
    work = performance.eventLoopUtilization();
    since = now;
    return last;
  };
  return {
    isLate: () => look().isLate,
    isFull: () => look().isFull,
    stop: () => void delays.disable(),
  };
}
