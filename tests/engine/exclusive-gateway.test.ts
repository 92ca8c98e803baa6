import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const CHOICE = `
  start S
  user Ask
  xor X default=other
  user Big
  user Small
  user Other
  end E
  S -> Ask -> X
  X -> Big : amount > 100
  X -> Small : amount > 10
  X -other-> Other
  Big -> E
  Small -> E
  Other -> E`;

const NO_DEFAULT = `
  start S
  user Ask
  xor X
  user A
  user B
  end E
  S -> Ask -> X
  X -> A : kind = "a"
  X -> B : kind = "b"
  A -> E
  B -> E`;

describe('Feature: exclusive gateway', () => {
  it.each([
    [500, 'Big'],
    [50, 'Small'],
    [5, 'Other'],
  ])(
    'Given amount %d, then only %s is entered, conditions asked in the order drawn',
    async (amount, task) => {
      const scenario = (await given(CHOICE)).tell({ complete: 'Ask', output: { amount } });
      expect(scenario.open()).toEqual([task]);
    },
  );

  it('Given several incoming flows, then every token passes on its own', async () => {
    const scenario = await given(`
      start S
      and F
      user A
      user B
      xor M
      user C
      end E
      S -> F
      F -> A -> M
      F -> B -> M
      M -> C -> E`);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['C', 'C']);
  });

  it('Given no condition that holds and no default, then an incident stands at the gateway until data are corrected', async () => {
    const stuck = (await given(NO_DEFAULT)).tell({ complete: 'Ask', output: { kind: 'c' } });
    expect(stuck.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', element: 'X', code: 'gateway.no-way-out' }),
    );
    const corrected = stuck.tell({ type: 'set-variables', variables: { kind: 'b' } });
    const retried = corrected.tell({ type: 'retry', occurrence: corrected.occurrence('X') });
    expect(retried.open()).toEqual(['B']);
    expect(retried.effects.map((effect) => effect.type)).toContain('incident-resolved');
  });

  it('Given a condition on data that are not there, then that is an incident and not a silent false', async () => {
    const stuck = (await given(CHOICE)).tell({ complete: 'Ask' });
    expect(stuck.open()).toEqual(['X']);
    expect(stuck.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', element: 'X', code: 'condition.undecided' }),
    );
  });
});
