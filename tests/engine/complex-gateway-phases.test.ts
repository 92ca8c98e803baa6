import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const phased = (conditions: string) => `
  start S
  and F
  user A
  user B
  user C
  complex J activation="activationCount >= 2"
  user First
  user Rest
  S -> F
  F -> A -> J
  F -> B -> J
  F -> C -> J
  ${conditions}`;

describe('Feature: the two phases of a complex gateway', () => {
  it('Given flows that tell them apart, then one is taken when it fires and the other when it resets', async () => {
    const scenario = await given(phased('J -> First : waitingForStart\nJ -> Rest : not(waitingForStart)'));
    const fired = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(fired.open()).toEqual(['C', 'First']);
    expect(fired.tell({ complete: 'C' }).open()).toEqual(['First', 'Rest']);
  });

  it('Given no flow for the reset, then the reset sends nothing and is no fault', async () => {
    const scenario = await given(
      phased('J -> First : waitingForStart\nJ -> Rest : waitingForStart and more'),
      { more: false },
    );
    const reset = scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).tell({ complete: 'C' });
    expect(reset.open()).toEqual(['First']);
    expect(reset.trace('incident')).toEqual([]);
  });

  it('Given a condition at the reset that cannot be decided, then the token is held there', async () => {
    const scenario = await given(
      phased('J -> First : waitingForStart\nJ -> Rest : waitingForStart = missing'),
      {
        missing: true,
      },
    );
    const fired = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    const unset = fired.tell({ type: 'set-variables', variables: { missing: 'no' } });
    const reset = unset.tell({ complete: 'C' });
    expect(reset.trace('incident')).toEqual(['incident J']);
  });

  it('Given one incoming flow, then its split is in the first phase', async () => {
    const scenario = await given(
      'start S\ncomplex J\nuser A\nuser B\nS -> J\nJ -> A : waitingForStart\nJ -> B : not(waitingForStart)',
    );
    expect(scenario.open()).toEqual(['A']);
  });
});
