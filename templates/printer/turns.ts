/** So many at a time, in the order of asking; and sometimes one that needs everybody to stand aside. */

export type Turns = {
  /** Runs the work as soon as one of the turns is free. */
  take: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs the work when all turns are free, and lets nobody in meanwhile. */
  all: <T>(work: () => Promise<T>) => Promise<T>;
};

/** `count` turns. */
export function createTurns(count: number): Turns {
  const queue: { needs: number; start: () => void }[] = [];
  let free = count;

  return { take: (work) => run(1, work), all: (work) => run(count, work) };

  async function run<T>(needs: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      queue.push({ needs, start });
      admit();
    });
    try {
      return await work();
    } finally {
      free += needs;
      admit();
    }
  }

  function admit(): void {
    for (let head = queue[0]; head && head.needs <= free; head = queue[0]) {
      queue.shift();
      free -= head.needs;
      head.start();
    }
  }
}
