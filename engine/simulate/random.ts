/** A repeatable source of numbers from 0 up to 1 (mulberry32): the same seed, the same run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Triangular between half and one and a half of the mean: work seldom takes exactly its allotted time. */
export function triangular(random: () => number, mean: number): number {
  return mean * (0.5 + (random() + random()) / 2);
}

/** Exponential: arrivals that know nothing of each other. */
export function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean;
}
