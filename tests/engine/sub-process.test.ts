import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

describe('Feature: embedded sub-process', () => {
  it('Given two branches inside, then the flow goes on when both are done', async () => {
    const scenario = await given(`
      start S
      subprocess Sub {
        start S2
        and F
        user A
        user B
        S2 -> F
        F -> A
        F -> B
      }
      user After
      S -> Sub -> After`);
    expect(scenario.tell({ complete: 'A' }).open()).toEqual(['B']);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['After']);
  });

  it('Given input and output mappings, then the inside has its own variables', async () => {
    let scenario = await given(
      `
      start S
      subprocess Sub in="amount := total * 2" out="result := amount" {
        start S2
        user A
        S2 -> A
      }
      user After
      S -> Sub -> After`,
      { total: 5 },
    );
    scenario = scenario.tell({ complete: 'A', output: { amount: 11, note: 'x' } });
    expect(scenario.state.variables).toEqual({ total: 5, note: 'x', result: 11 });
  });

  it('Given it is entered twice at once, then each entry is its own', async () => {
    const scenario = await given(`
      start S
      and F
      xor M
      subprocess Sub {
        start S2
        user A
        user B
        S2 -> A -> B
      }
      user After
      S -> F
      F -one-> M
      F -two-> M
      M -> Sub -> After`);
    expect(scenario.open()).toEqual(['A', 'A']);
    expect(scenario.tell({ complete: 'A' }).open()).toEqual(['A', 'B']);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['A', 'After']);
  });

  it('Given an empty sub-process, then it is passed', async () => {
    expect((await given('start S\nsubprocess Sub {\n}\nuser A\nS -> Sub -> A')).open()).toEqual(['A']);
  });
});

describe('Feature: ad-hoc sub-process', () => {
  it('Given parallel ordering, then all activities are open, and all are needed', async () => {
    const scenario = await given('start S\nadhoc Sub {\nuser A\nuser B\n}\nuser After\nS -> Sub -> After');
    expect(scenario.open()).toEqual(['A', 'B']);
    expect(scenario.tell({ complete: 'B' }).tell({ complete: 'A' }).open()).toEqual(['After']);
  });

  it('Given sequential ordering, then one is open at a time', async () => {
    const scenario = await given(
      'start S\nadhoc Sub ordering=Sequential {\nuser A\nuser B\n}\nuser After\nS -> Sub -> After',
    );
    expect(scenario.open()).toEqual(['A']);
    const second = scenario.tell({ complete: 'A' });
    expect(second.open()).toEqual(['B']);
    expect(second.tell({ complete: 'B' }).open()).toEqual(['After']);
  });

  it('Given a completion condition, when it holds, then the rest is cancelled', async () => {
    const scenario = await given(
      'start S\nadhoc Sub completion="enough = true" {\nuser A\nuser B\n}\nuser After\nS -> Sub -> After',
    );
    expect(scenario.tell({ complete: 'A', output: { enough: true } }).open()).toEqual(['After']);
  });
});
