import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const TWO_OF_THREE = `
  start S
  and F
  user A
  user B
  user C
  complex J activation="activationCount >= 2"
  user After
  end E
  S -> F
  F -> A -> J
  F -> B -> J
  F -> C -> J
  J -> After -> E`;

describe('Feature: complex gateway', () => {
  it('Given two of three asked for, when the second token comes, then it fires once', async () => {
    const one = (await given(TWO_OF_THREE)).tell({ complete: 'A' });
    expect(one.open()).toEqual(['B', 'C']);
    const two = one.tell({ complete: 'C' });
    expect(two.open()).toEqual(['B', 'After']);
  });

  it('Given it has fired, when the late token comes, then it is taken in and nothing fires again', async () => {
    const fired = (await given(TWO_OF_THREE)).tell({ complete: 'A' }).tell({ complete: 'B' });
    const late = fired.tell({ complete: 'C' });
    expect(late.open()).toEqual(['After']);
    expect(late.tell({ complete: 'After' }).state.status).toBe('completed');
  });

  it('Given one incoming flow, then it splits like an inclusive gateway', async () => {
    const scenario = await given(
      `
      start S
      complex F
      user A
      user B
      end E
      S -> F
      F -> A : x > 1
      F -> B : x > 2
      A -> E
      B -> E`,
      { x: 2 },
    );
    expect(scenario.open()).toEqual(['A']);
  });
});
