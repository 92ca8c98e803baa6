import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '../../engine/index.ts';
import { buildFile } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';
import { told } from '../support/told.ts';

describe('Feature: work that the plan does not name is done at once', () => {
  const TWICE = 'start S\nservice A multi=2\nuser B\nS -> A -> B';

  it('waits at as many jobs as steps name', async () => {
    const waits = async (...steps: PlanStep[]) =>
      (await told(TWICE, ...steps)).events.filter((event) => event === 'wait A').length;
    expect(await waits()).toBe(0);
    expect(await waits({ complete: 'A' })).toBe(1);
    expect(await waits({ complete: 'A' }, { complete: 'A' })).toBe(2);
    expect(await waits({ complete: 'A' }, { complete: 'A' }, { complete: 'A' })).toBe(2);
  });

  it('waits at the job that a step names, not at the one beside it', async () => {
    const drawing = 'start S\nand F\nservice A\nservice B\nuser X\nS -> F\nF -> A\nF -> B -> X';
    const { events, left } = await told(drawing, { complete: 'B' });
    expect(events.filter((event) => event.startsWith('wait'))).toEqual(['wait B', 'wait X']);
    expect(left).toBe('waiting X');
  });

  it('holds the one of two instances that the step is for', async () => {
    const xml = buildFile({
      Outer: 'start S\ncall C calls=Inner multi=2\nuser After\nS -> C -> After',
      Inner: 'start S2\nservice Work\nend E2\nS2 -> Work -> E2',
    });
    const { events, result } = await keepTraced(xml, { steps: [{ complete: 'Work' }] });
    expect(events.filter(({ type, element }) => type === 'wait' && element === 'Work')).toHaveLength(1);
    expect(result.open).toEqual(['After']);
  });

  it.each<[string, PlanStep[]]>([
    ['service A', [{ complete: 'A' }]],
    ['task A', [{ complete: 'A' }]],
    ['service A', []],
    ['task A', []],
    ['call A calls=Inner', []],
  ])('leaves %s alone that ends in the moment it begins', async (work, steps) => {
    const xml = buildFile({
      Outer: `start S\nand F\n${work}\nxor X\nxor Y\nend T terminate\nS -> F\nF -> A\nF -> X -> Y -> T`,
      Inner: 'start S2\nuser Work\nend E2\nS2 -> Work -> E2',
    });
    const { events } = await keepTraced(xml, { steps });
    const types = events.filter(({ element }) => element === 'A').map(({ type }) => type);
    expect(types).toEqual(['enter', 'cancel']);
    const inner = events.filter(({ element }) => element === 'Work');
    expect(inner).toHaveLength(work.startsWith('call') ? 0 : 2);
  });
});

describe('Feature: what a trace says at its end', () => {
  it.each<[string, string, PlanStep[], string]>([
    [
      'a join that waits for a token',
      'start S\nand F\nuser A\nuser B\nand J\nend E\nS -> F\nF -> A -> J\nF -> B -> J\nJ -> E',
      [{ complete: 'A' }],
      'waiting B',
    ],
    [
      'a join that nothing else can reach',
      `start S
      and F
      user A
      user B
      xor X default=no
      and J
      end E
      S -> F
      F -> A -> J
      F -> B -> X
      X -> J : go = true
      X -no-> E`,
      [{ complete: 'A' }, { complete: 'B', output: { go: false } }],
      'waiting J',
    ],
    [
      'the events of a race',
      'start S\nrace R\ncatch A message=M\ncatch B timer=PT1H\nS -> R\nR -> A\nR -> B',
      [],
      'waiting A B',
    ],
    ['a catch event', 'start S\ncatch A message=M\nS -> A', [], 'waiting A'],
    ['a gateway without a way out', 'start S\nxor X\nuser A\nS -> X\nX -> A : false', [], 'waiting X'],
    ['an element once, however often it is open', 'start S\nuser A multi=3\nS -> A', [], 'waiting A'],
    [
      'nothing of an instance that failed',
      'start S\nuser A\nend X error=E1\nS -> A -> X',
      [{ complete: 'A' }],
      'failed',
    ],
    [
      'nothing of an escalation that nobody hears',
      'start S\nthrow T escalation=L\nend E\nS -> T -> E',
      [],
      'completed',
    ],
    ['the start that waits', 'start S message=M\nend E\nS -> E', [], 'waiting S'],
  ])('names %s', async (_, drawing, steps, left) => {
    expect((await told(drawing, ...steps)).left).toBe(left);
  });

  it('is waiting while one of the processes is open, failed when one has failed, with the data of all', async () => {
    const xml = buildFile({
      One: 'start S1\nuser A1\nend E1\nS1 -> A1 -> E1',
      Two: 'start S2\nuser A2\nxor X\nend E2\nend F2 error=Bad\nS2 -> A2 -> X\nX -> E2 : b = 2\nX -> F2 : b = 3',
    });
    const resultAfter = async (...steps: PlanStep[]) =>
      (await keepTraced(xml, { input: { i: 0 }, steps })).result;
    const first = { complete: 'A1', output: { a: 1 } };
    expect(await resultAfter(first)).toMatchObject({ state: 'waiting', open: ['A2'] });
    expect(await resultAfter(first, { complete: 'A2', output: { b: 2 } })).toEqual({
      type: 'result',
      state: 'completed',
      open: [],
      variables: { i: 0, a: 1, b: 2 },
    });
    expect(await resultAfter({ complete: 'A2', output: { b: 3 } })).toMatchObject({
      state: 'failed',
      open: ['A1'],
    });
  });
});
