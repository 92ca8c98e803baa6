import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

/** The workflow control-flow patterns WCP-1 to WCP-20 (van der Aalst et al.), as BPMN draws them. */
describe('workflow control-flow patterns', () => {
  it('WCP-1 sequence', async () => {
    const scenario = await given('start S\nuser A\nuser B\nend E\nS -> A -> B -> E');
    expect(scenario.tell({ complete: 'A' }).open()).toEqual(['B']);
  });

  it('WCP-2 parallel split, WCP-3 synchronisation', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nand J\nuser C\nS -> F\nF -> A -> J\nF -> B -> J\nJ -> C',
    );
    expect(scenario.open()).toEqual(['A', 'B']);
    expect(scenario.tell({ complete: 'B' }).tell({ complete: 'A' }).open()).toEqual(['C']);
  });

  it('WCP-4 exclusive choice, WCP-5 simple merge', async () => {
    const scenario = await given(
      'start S\nxor X default=no\nuser A\nuser B\nxor M\nuser C\nS -> X\nX -> A : a = true\nX -no-> B\nA -> M\nB -> M\nM -> C',
      { a: false },
    );
    expect(scenario.open()).toEqual(['B']);
    expect(scenario.tell({ complete: 'B' }).open()).toEqual(['C']);
  });

  it('WCP-6 multi-choice, WCP-7 structured synchronising merge', async () => {
    const scenario = await given(
      'start S\nor F\nuser A\nuser B\nuser C\nor J\nuser D\nS -> F\nF -> A : a\nF -> B : b\nF -> C : c\nA -> J\nB -> J\nC -> J\nJ -> D',
      { a: true, b: false, c: true },
    );
    expect(scenario.open()).toEqual(['A', 'C']);
    const one = scenario.tell({ complete: 'C' });
    expect(one.open()).toEqual(['A']);
    expect(one.tell({ complete: 'A' }).open()).toEqual(['D']);
  });

  it('WCP-6 multi-choice by conditional flows of an activity', async () => {
    const scenario = await given(
      'start S\nuser A default=no\nuser B\nuser C\nuser D\nS -> A\nA -> B : b\nA -> C : c\nA -no-> D',
    );
    expect(scenario.tell({ complete: 'A', output: { b: true, c: true } }).open()).toEqual(['B', 'C']);
    expect(scenario.tell({ complete: 'A', output: { b: false, c: false } }).open()).toEqual(['D']);
  });

  it('WCP-8 multi-merge', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nxor M\nuser C\nS -> F\nF -> A -> M\nF -> B -> M\nM -> C',
    );
    const both = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(both.open()).toEqual(['C', 'C']);
  });

  it('WCP-9 structured discriminator', async () => {
    let scenario = await given(
      'start S\nand F\nuser A\nuser B\nuser C\ncomplex J activation="activationCount = 1"\nuser D\nS -> F\nF -> A -> J\nF -> B -> J\nF -> C -> J\nJ -> D',
    );
    scenario = scenario.tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['A', 'C', 'D']);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'C' });
    expect(scenario.open()).toEqual(['D']);
    expect(scenario.tell({ complete: 'D' }).state.status).toBe('completed');
  });

  it('WCP-10 arbitrary cycles', async () => {
    let scenario = await given(`
      start S
      xor M1
      xor M2
      user A
      user B
      xor X default=on
      xor Y default=out
      end E
      S -> M1 -> A -> X
      X -on-> M2
      M2 -> B -> Y
      X -> M1 : redoA = true
      Y -> M2 : redoB = true
      Y -> M1 : redoAll = true
      Y -out-> E`);
    scenario = scenario.tell({ complete: 'A', output: { redoA: true, redoB: true, redoAll: false } });
    scenario = scenario.tell({ complete: 'A', output: { redoA: false } });
    scenario = scenario.tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['B']);
    scenario = scenario.tell({ complete: 'B', output: { redoB: false, redoAll: true } });
    expect(scenario.open()).toEqual(['A']);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'B', output: { redoAll: false } });
    expect(scenario.state.status).toBe('completed');
  });

  it('WCP-11 implicit termination', async () => {
    const scenario = await given('start S\nand F\nuser A\nuser B\nS -> F\nF -> A\nF -> B');
    const one = scenario.tell({ complete: 'A' });
    expect(one.state.status).toBe('running');
    expect(one.tell({ complete: 'B' }).state.status).toBe('completed');
  });

  it('WCP-12 multiple instances without synchronisation', async () => {
    let scenario = await given(
      'start S\nxor M\nand F\nuser A\nxor X default=no\nend E\nend Done\nS -> M -> F\nF -> A -> Done\nF -> X\nX -> M : n > 100\nX -no-> E',
      { n: 1 },
    );
    expect(scenario.open()).toEqual(['A']);
    scenario = scenario.tell({ complete: 'A' });
    expect(scenario.state.status).toBe('completed');
  });

  it('WCP-13 multiple instances with design-time knowledge', async () => {
    let scenario = await given('start S\nuser A multi=3\nuser B\nS -> A -> B');
    for (let turn = 0; turn < 3; turn++) scenario = scenario.tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['B']);
  });

  it('WCP-14 multiple instances with run-time knowledge', async () => {
    let scenario = await given('start S\nuser Ask\nuser A multi=count\nuser B\nS -> Ask -> A -> B');
    scenario = scenario.tell({ complete: 'Ask', output: { count: 2 } });
    expect(scenario.open()).toEqual(['A', 'A']);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'A' }).open()).toEqual(['B']);
  });

  it('WCP-15 multiple instances without prior knowledge, as a loop that opens one more when asked', async () => {
    let scenario = await given(`
      start S
      subprocess Round loop="more = true" {
        start S2
        user A
        S2 -> A
      }
      user B
      S -> Round -> B`);
    scenario = scenario.tell({ complete: 'A', output: { more: true } });
    scenario = scenario.tell({ complete: 'A', output: { more: false } });
    expect(scenario.open()).toEqual(['B']);
  });

  it('WCP-16 deferred choice', async () => {
    const scenario = await given(
      'start S\nrace R\ncatch A message=A\ncatch B message=B\nuser X\nuser Y\nS -> R\nR -> A -> X\nR -> B -> Y',
    );
    expect(scenario.tell({ message: 'B' }).open()).toEqual(['Y']);
  });

  it('WCP-17 interleaved parallel routing', async () => {
    const scenario = await given(
      'start S\nadhoc Sub ordering=Sequential {\nuser A\nuser B\n}\nuser C\nS -> Sub -> C',
    );
    expect(scenario.open()).toEqual(['A']);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['C']);
  });

  it('WCP-18 milestone', async () => {
    const scenario = await given(`
      start S
      and F
      user Reach
      catch Milestone condition="reached = true"
      user A
      S -> F
      F -> Reach
      F -> Milestone -> A`);
    expect(scenario.tell({ complete: 'Reach', output: { reached: true } }).open()).toEqual(['A']);
  });

  it('WCP-19 cancel task', async () => {
    const scenario = await given(
      'start S\nuser A\nboundary B on=A message=Cancel\nuser C\nuser D\nS -> A -> C\nB -> D',
    );
    expect(scenario.tell({ message: 'Cancel' }).open()).toEqual(['D']);
  });

  it('WCP-20 cancel case', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nend X terminate\nS -> F\nF -> A\nF -> B -> X',
    );
    expect(scenario.tell({ complete: 'B' }).state).toMatchObject({ status: 'completed', open: {} });
    expect(scenario.tell({ type: 'cancel' }).state).toMatchObject({ status: 'cancelled', open: {} });
  });
});
