import { describe, expect, it } from '@jest/globals';
import { buildProcess } from '../support/build-process.ts';
import { saidOf } from '../support/said-of.ts';

/** A choice X of this kind with these flows to A, B and C. */
const choice = (kind: string, flows: string) => `start S\n${kind}\nuser A\nuser B\nuser C\nS -> X\n${flows}`;
const BARE = 'warning gateway.flow-without-condition X';
const NO_DEFAULT = 'info gateway.no-default X';

describe('a gateway that chooses', () => {
  it.each([
    [
      'needs a condition on each flow of an exclusive one',
      choice('xor X', 'X -> A\nX -> B : b\nX -> C'),
      [BARE, BARE],
    ],
    [
      'needs one on all flows of an exclusive one',
      choice('xor X', 'X -> A\nX -> B\nX -> C'),
      [BARE, BARE, BARE],
    ],
    ['needs none on the default flow', choice('xor X default=a', 'X -a-> A\nX -> B : b\nX -> C : c'), []],
    ['had better have a default flow', choice('xor X', 'X -> A : a\nX -> B : b\nX -> C : c'), [NO_DEFAULT]],
    ['needs nothing on a single flow', choice('xor X', 'X -> A -> B -> C'), []],
    [
      'is not asked for a condition that was told of already',
      choice('xor X default=c', 'X -a-> A : 1 +\nX -> B : b\nX -c-> C'),
      ['error expression.syntax a'],
    ],
    ['may be inclusive and take all flows', choice('or X', 'X -> A\nX -> B\nX -> C'), []],
    [
      'may not be inclusive and take one in any case',
      choice('or X', 'X -> A : a\nX -> B : b\nX -> C'),
      [BARE],
    ],
    [
      'may be inclusive with a default flow',
      choice('or X default=c', 'X -> A : a\nX -> B : b\nX -c-> C'),
      [],
    ],
    ['may be complex and take all flows', choice('complex X', 'X -> A\nX -> B\nX -> C'), []],
    [
      'may not be complex and take one in any case',
      choice('complex X', 'X -> A : a\nX -> B\nX -> C : c'),
      [BARE],
    ],
    ['is not a parallel one', choice('and X', 'X -> A\nX -> B\nX -> C'), []],
  ])('%s', async (_, drawing, said) => {
    expect((await saidOf(buildProcess(drawing))).filter((each) => !each.includes('task.'))).toEqual(said);
  });
});

describe('a gateway without a way out', () => {
  it.each(['xor', 'or', 'complex', 'race', 'and'])('is an error: %s', async (kind) => {
    expect(await saidOf(buildProcess(`start S\n${kind} X\nS -> X`))).toEqual(['error gateway.no-way-out X']);
  });

  it('may be a parallel one that only joins', async () => {
    const drawing = 'start S\nand F\nuser A\nuser B\nand X\nS -> F -> A -> X\nF -> B -> X';
    expect(await saidOf(buildProcess(drawing))).toEqual([]);
  });
});

describe('a complex gateway', () => {
  const joined = (options: string) =>
    `start S\nand F\nuser A\nuser B\ncomplex X ${options}\nend E\nS -> F -> A -> X\nF -> B -> X\nX -> E`;
  it.each([
    ['says when it goes on', joined('activation="activationCount = 1"'), []],
    ['joins all without a condition', joined(''), ['warning gateway.activation X']],
    [
      'is told of a condition that does not parse',
      joined('activation="1 +"'),
      ['error expression.syntax X', 'warning gateway.activation X'],
    ],
    ['needs no condition to split', 'start S\ncomplex X\nuser A\nuser B\nS -> X -> A\nX -> B', []],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });
});

describe('an event-based gateway', () => {
  const race = (elements: string, more = '') => `start S\nrace X\n${elements}\nS -> X\nX -> B\n${more}`;
  it.each([
    [
      'waits for catching events and receive tasks',
      race('catch B signal=s timer=PT1H\nreceive R message=m', 'X -> R'),
      [],
    ],
    ['waits for no link', race('catch B signal=s link=x'), ['error gateway.race X']],
    ['waits for no other task', race('user B'), ['error gateway.race X']],
    ['waits for no event that throws', race('throw B signal=s'), ['error gateway.race X']],
    [
      'waits for no task with a boundary event',
      race('receive B message=m\nboundary T on=B timer=PT1H'),
      ['error gateway.race X'],
    ],
  ])('%s', async (_, drawing, said) => {
    expect(await saidOf(buildProcess(drawing))).toEqual(said);
  });
});

describe('what is said of the direction of a gateway', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', '__defineGetter__'])(
    'is nothing when it is marked %s, which is no direction',
    async (direction) => {
      const drawing = `start S\nand X direction=${direction}\nuser A\nuser B\nS -> X -> A\nX -> B`;
      expect(await saidOf(buildProcess(drawing))).toEqual([]);
    },
  );
});
