import { describe, expect, it } from '@jest/globals';
import { isFullBetween } from '../../server/http/loop-delay.ts';

const START = { at: 1000, loop: 400, threads: 700 };
const after = ({ loop, threads }: { loop: number; threads: number }) => ({
  at: START.at + 250,
  loop: START.loop + loop,
  threads: START.threads + threads,
});

describe('a server has its hands full', () => {
  it.each([
    { loop: 100, threads: 180, cores: 1, isFull: false },
    // The loop has no time for more, however many cores stand idle.
    { loop: 190, threads: 190, cores: 8, isFull: true },
    // The loop has time, but its threads have the core that it can count on.
    { loop: 100, threads: 190, cores: 1, isFull: true },
    { loop: 100, threads: 190, cores: 2, isFull: false },
    { loop: 100, threads: 380, cores: 2, isFull: true },
  ])('loop $loop and threads $threads of 250 ms on $cores cores: $isFull', ({ cores, isFull, ...worked }) => {
    expect(isFullBetween(START, after(worked), cores)).toBe(isFull);
  });
});
