import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

describe('Feature: parallel gateway', () => {
  it('Given a split, then every branch is taken, and the join waits for all of them', async () => {
    const scenario = await given(`
      start S
      and F
      user A
      user B
      user C
      and J
      end E
      S -> F
      F -> A -> J
      F -> B -> J
      F -> C -> J
      J -> E`);
    expect(scenario.open()).toEqual(['A', 'B', 'C']);
    const two = scenario.tell({ complete: 'C' }).tell({ complete: 'A' });
    expect(two.state.status).toBe('running');
    expect(two.tell({ complete: 'B' }).state.status).toBe('completed');
  });

  it('Given a branch that holds an exclusive split and merge, then the join still waits for each branch once', async () => {
    const scenario = await given(
      `
      start S
      and F
      user A
      xor X default=no
      user B
      user C
      xor M
      and J
      user After
      end E
      S -> F
      F -> A -> J
      F -> X
      X -> B : x = 1
      X -no-> C
      B -> M
      C -> M
      M -> J
      J -> After -> E`,
      { x: 1 },
    );
    const one = scenario.tell({ complete: 'B' });
    expect(one.open()).toEqual(['A']);
    expect(one.tell({ complete: 'A' }).open()).toEqual(['After']);
  });

  it('Given two tokens on one incoming flow, then the second waits for the next round', async () => {
    const scenario = await given(`
      start S
      and F
      user A
      user B
      user C
      xor M
      and J
      user After
      end E
      S -> F
      F -> A -> M
      F -> B -> M
      F -> C -> J
      M -> J
      J -> After -> E`);
    const two = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(two.open()).toEqual(['C']);
    const fired = two.tell({ complete: 'C' });
    expect(fired.open()).toEqual(['After']);
    expect(fired.tell({ complete: 'After' }).state.status).toBe('running');
  });

  it('Given a gateway that joins and splits, then it does both', async () => {
    const scenario = await given(`
      start S
      and F
      and J
      user A
      user B
      user C
      user D
      end E
      S -> F
      F -> A -> J
      F -> B -> J
      J -> C -> E
      J -> D -> E`);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['C', 'D']);
  });
});
