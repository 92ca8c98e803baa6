import { describe, expect, it } from '@jest/globals';
import { place } from '../../engine/run/variables.ts';
import type { Json, Variables } from '../../engine/types.ts';
import { given } from '../support/scenario.ts';

describe('Feature: where a mapping puts its value', () => {
  it.each<[string, string[], Variables, Variables, Variables]>([
    ['a name', ['a'], {}, {}, { a: 1 }],
    ['a path', ['a', 'b', 'c'], {}, {}, { a: { b: { c: 1 } } }],
    ['beside what the context holds', ['a', 'b'], {}, { a: { x: 2 } }, { a: { x: 2, b: 1 } }],
    [
      'beside what an earlier mapping put',
      ['a', 'b'],
      { a: { y: 3 } },
      { a: { x: 2 } },
      { a: { y: 3, b: 1 } },
    ],
    ['deep beside what is there', ['a', 'b', 'c'], {}, { a: { b: { x: 2 } } }, { a: { b: { x: 2, c: 1 } } }],
    ['in place of a list', ['a', 'b'], {}, { a: [1, 2] }, { a: { b: 1 } }],
    ['in place of a text', ['a', 'b'], {}, { a: 'text' }, { a: { b: 1 } }],
    ['in place of nothing', ['a', 'b'], {}, { a: null }, { a: { b: 1 } }],
    ['over what was there', ['a', 'b'], {}, { a: { b: 0 } }, { a: { b: 1 } }],
    ['never into the prototype', ['__proto__', 'b'], {}, {}, {}],
    ['never into the prototype of a part', ['a', '__proto__', 'b'], {}, {}, { a: {} }],
  ])('%s', (_, target, values, context, expected) => {
    const before = JSON.stringify(context);
    place(values, target, { value: 1, context });
    expect(values).toStrictEqual(expected);
    expect(JSON.stringify(context)).toBe(before);
    for (const each of [{}, values, values['a'] ?? {}])
      expect('b' in Object.getPrototypeOf(each)).toBe(false);
  });
});

const SCOPES = `
  start S
  subprocess Outer in="o := 1;both := 1" {
    start S1
    subprocess Inner in="i := 2;both := 2" {
      start S2
      user A
      user B
      S2 -> A -> B
    }
    user C
    S1 -> Inner -> C
  }
  user D
  S -> Outer -> D`;

describe('Feature: where data live', () => {
  const own = (state: object) =>
    Object.fromEntries(
      Object.values((state as { open: Record<string, { element: string; variables?: object }> }).open).map(
        ({ element, variables }) => [element, variables],
      ),
    );

  it('an answer goes to the nearest scope that has the name, what is new to the process', async () => {
    const scenario = (await given(SCOPES, { p: 0 })).tell({
      complete: 'A',
      output: { o: 10, i: 20, both: 30, p: 40, fresh: 50 },
    });
    expect(own(scenario.state)).toEqual({
      Outer: { o: 10, both: 1 },
      Inner: { i: 20, both: 30 },
      B: undefined,
    });
    expect(scenario.state.variables).toEqual({ p: 40, fresh: 50 });
  });

  it('data told to a step stay with it, and are seen by its events alone', async () => {
    const scenario = await given(
      'start S\nuser A\nboundary T on=A condition="n > 1" nonInterrupting\nuser N\nuser B\nboundary U on=B condition="n > 1" nonInterrupting\nuser M\nand F\nS -> F\nF -> A\nF -> B\nT -> N\nU -> M',
    );
    const told = scenario.tell({
      type: 'set-variables',
      variables: { n: 2 },
      scope: scenario.occurrence('A'),
    });
    expect(told.state.variables).toEqual({});
    expect(own(told.state)).toMatchObject({ A: { n: 2 }, B: undefined });
  });

  it('data told to a scope wake the conditions in it', async () => {
    const scenario = await given(
      'start S\nsubprocess Sub {\nstart S2\nuser A\nboundary T on=A condition="n > 1" nonInterrupting\nuser N\nS2 -> A\nT -> N\n}\nS -> Sub',
    );
    const told = scenario.tell({
      type: 'set-variables',
      variables: { n: 2 },
      scope: scenario.occurrence('Sub'),
    });
    expect(told.open()).toEqual(['A', 'N']);
    expect(
      told.tell({ type: 'set-variables', variables: {}, scope: scenario.occurrence('Sub') }).open(),
    ).toEqual(['A', 'N']);
  });

  it.each<[string, string, Json]>([
    ['null', 'null', null],
    ['a context in which something is missing', '{a: missing.x}', { a: null }],
    ['what an earlier mapping named', 'first + 1', 2],
  ])('an input mapping may give %s', async (_, source, value) => {
    const scenario = await given(`start S\nuser A in="first := 1;x := ${source}"\nS -> A`);
    expect(scenario.effects).toMatchObject([{ input: { first: 1, x: value } }]);
  });

  it('output mappings see the answer, and only what they name is kept', async () => {
    const scenario = (
      await given(
        'start S\nuser A in="n := 2" out="total := n * amount;deep.part := amount"\nuser B\nS -> A -> B',
        {
          deep: { other: 1 },
        },
      )
    ).tell({ complete: 'A', output: { amount: 3, note: 'x' } });
    expect(scenario.state.variables).toEqual({ deep: { other: 1, part: 3 }, total: 6 });
  });

  it('an output mapping that fails keeps the answer, and a retry takes it over', async () => {
    const stuck = (await given('start S\nuser A out="total := rate * amount"\nuser B\nS -> A -> B')).tell({
      complete: 'A',
      output: { amount: 3 },
    });
    expect(stuck.trace('incident')).toEqual(['incident A']);
    const occurrence = stuck.occurrence('A');
    const retried = stuck.tell({ type: 'retry', occurrence, variables: { rate: 2 } });
    expect(retried.open()).toEqual(['B']);
    expect(retried.state.variables).toEqual({ rate: 2, total: 6 });
  });
});
