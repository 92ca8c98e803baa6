/** The only source of "now". `system` reads the machine; `manual` moves only when told. */
export interface Clock {
  /** milliseconds since the epoch */
  now(): number;
  /** present on a manual clock only */
  moveTo?(instant: number): void;
}

export const systemClock: Clock = { now: () => Date.now() };

/** @param start milliseconds since the epoch */
export function manualClock(start: number): Required<Clock> {
  let current = start;
  return {
    now: () => current,
    moveTo: (instant) => {
      current = instant;
    },
  };
}

/** The clock's reading as it is stored: ISO-8601 UTC. */
export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString();
