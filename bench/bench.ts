/** What a file `*.bench.ts` exports by default. */
export interface Bench {
  title: string;
  run(): Promise<Figure[]>;
}

export interface Figure {
  what: string;
  value: number;
  /** `/s`, `ms`, `KB` */
  unit: string;
}

/**
 * How often `work` is done in a second by so many callers that each wait for their answer.
 * The first tenth of the time warms up and is not counted.
 */
export async function ratePerSecond(
  work: (caller: number, turn: number) => Promise<unknown>,
  { callers, seconds }: { callers: number; seconds: number },
): Promise<number> {
  const start = performance.now();
  const counted = start + seconds * 100;
  const end = counted + seconds * 1000;
  let done = 0;
  const call = async (caller: number) => {
    for (let turn = 0; performance.now() < end; turn++) {
      await work(caller, turn);
      if (performance.now() > counted) done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return done / ((performance.now() - counted) / 1000);
}
