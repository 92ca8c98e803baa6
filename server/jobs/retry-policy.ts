/** When a failed job is tried again, and when it is given up. */
export interface RetryPolicy {
  /** tries before a job is dead */
  attempts: number;
  /** wait after the first failure, milliseconds; doubled after each further one */
  firstDelayMs: number;
  longestDelayMs: number;
}

/** Eight tries over some two hours: long enough for a mail server to be restarted. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 8, firstDelayMs: 60_000, longestDelayMs: 3_600_000 };

/** Milliseconds to wait after the n-th try failed; null when it was the last. */
export function delayAfter(attempt: number, policy: RetryPolicy): number | null {
  if (attempt >= policy.attempts) return null;
  return Math.min(policy.firstDelayMs * 2 ** (attempt - 1), policy.longestDelayMs);
}

/** Thrown by a handler for what no further try will mend: the job is dead at once. */
export class JobHopeless extends Error {
  override readonly name = 'JobHopeless';
}
