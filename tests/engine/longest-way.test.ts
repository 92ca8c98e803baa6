import { describe, expect, it } from '@jest/globals';
import { compileProcess, longestWay } from '../../engine/index.ts';
import type { StepInfo } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';

/** The number at the end of a step's id is what it counts. */
const weigh = ({ id }: StepInfo): number => Number(/\d+$/.exec(id)?.[0] ?? 0);
const longest = async (drawing: string): Promise<number> => {
  const { process } = await compileProcess(buildProcess(drawing));
  return longestWay(process!, weigh);
};

describe('the longest way through a process', () => {
  it('is the sum of steps in a row', async () => {
    expect(await longest('start S\nuser A2\nuser B3\nend E\nS -> A2 -> B3 -> E')).toBe(5);
  });

  it('takes the longest of parallel branches', async () => {
    const drawing = `
      start S
      and F
      user A2
      user B7
      and J
      user C1
      end E
      S -> F
      F -> A2 -> J
      F -> B7 -> J
      J -> C1 -> E`;

    expect(await longest(drawing)).toBe(8);
  });

  it('passes a loop once', async () => {
    const drawing = `
      start S
      user A2
      xor G default=on
      user B3
      end E
      S -> A2 -> G
      G -> B3 : again
      B3 -> A2
      G -on-> E`;

    expect(await longest(drawing)).toBe(2);
  });

  it('counts the inside of a sub-process, and what a boundary leads to', async () => {
    const drawing = `
      start S
      subprocess Sub {
        start S2
        user A2
        user B2
        S2 -> A2 -> B2
      }
      boundary Late on=Sub timer=PT4H
      user C9
      end E
      S -> Sub -> E
      Late -> C9 -> E`;

    expect(await longest(drawing)).toBe(13);
  });

  it('counts a sub-process with time of its own by that', async () => {
    const sub = (id: string) =>
      `start S\nsubprocess ${id} {\nstart S2\nuser A9\nS2 -> A9\n}\nend E\nS -> ${id} -> E`;
    expect([await longest(sub('Sub')), await longest(sub('Sub4'))]).toEqual([9, 4]);
  });

  it('goes on where a link leads', async () => {
    const drawing =
      'start S\nuser A2\nthrow Go link=L\ncatch Here link=L\nuser B3\nend E\nS -> A2 -> Go\nHere -> B3 -> E';
    expect(await longest(drawing)).toBe(5);
  });
});
