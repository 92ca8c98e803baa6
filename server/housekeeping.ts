/** Work that comes back by itself while the server runs: sweeps, seals, backups. */

export interface Chore {
  /** milliseconds between two beginnings */
  everyMs: number;
  work: () => Promise<void> | void;
}

export interface Housekeeping {
  /** Begins nothing more and resolves when what runs has ended. */
  stop(): Promise<void>;
}

/** Each chore by itself: one that takes longer than its interval is not begun twice, one that fails is logged and comes back. */
export function startHousekeeping(
  chores: Chore[],
  log: { error(details: object, message: string): void },
): Housekeeping {
  const running = new Map<Chore, Promise<void>>();
  const begin = (chore: Chore): void => {
    if (running.has(chore)) return;
    const work = Promise.resolve()
      .then(chore.work)
      .catch((fault: unknown) => log.error({ err: fault }, 'housekeeping failed'))
      .finally(() => running.delete(chore));
    running.set(chore, work);
  };
  const timers = chores.map((chore) => setInterval(begin, chore.everyMs, chore).unref());
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
