import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const SPLIT_AND_JOIN = `
  start S
  or Split default=none
  user A
  user B
  user C
  user N
  or Join
  end E
  S -> Split
  Split -> A : amount > 1
  Split -> B : amount > 2
  Split -> C : amount > 3
  Split -none-> N
  A -> Join
  B -> Join
  C -> Join
  N -> Join
  Join -> E`;

describe('Feature: inclusive gateway', () => {
  it('Given two conditions that hold, when the split is reached, then exactly their flows are taken', async () => {
    const scenario = await given(SPLIT_AND_JOIN, { amount: 3 });
    expect(scenario.open()).toEqual(['A', 'B']);
  });

  it('Given no condition that holds, then the default flow is taken', async () => {
    const scenario = await given(SPLIT_AND_JOIN, { amount: 0 });
    expect(scenario.open()).toEqual(['N']);
    expect(scenario.tell({ complete: 'N' }).state.status).toBe('completed');
  });

  it('Given two open branches, when one arrives, then the join waits for the other and for no third', async () => {
    const one = (await given(SPLIT_AND_JOIN, { amount: 3 })).tell({ complete: 'A' });
    expect(one.state.status).toBe('running');
    const both = one.tell({ complete: 'B' });
    expect(both.state.status).toBe('completed');
    expect(both.trace('enter').filter((line) => line === 'enter Join')).toHaveLength(1);
  });

  it('Given an exclusive choice inside a branch that leads past the join, when it is taken, then the join stops waiting', async () => {
    const scenario = await given(`
      start S
      and Split
      user A
      user B
      xor Choice default=past
      or Join
      user After
      end E
      end Past
      S -> Split
      Split -> A -> Join
      Split -> B -> Choice
      Choice -> Join : again = true
      Choice -past-> Past
      Join -> After -> E`);
    const waiting = scenario.tell({ complete: 'A' });
    expect(waiting.open()).toEqual(['B']);
    expect(waiting.tell({ complete: 'B', output: { again: false } }).open()).toEqual(['After']);
  });

  it('Given a loop back before the join, when a token goes round, then the join waits for it', async () => {
    const scenario = await given(`
      start S
      and Split
      user A
      user B
      xor Merge
      xor Choice default=on
      or Join
      end E
      S -> Split
      Split -> A -> Join
      Split -> Merge -> B -> Choice
      Choice -> Merge : again = true
      Choice -on-> Join
      Join -> E`);
    const round = scenario.tell({ complete: 'A' }).tell({ complete: 'B', output: { again: true } });
    expect(round.open()).toEqual(['B']);
    expect(round.tell({ complete: 'B', output: { again: false } }).state.status).toBe('completed');
  });

  it('Given a task whose boundary event leads to the join, when the event has gone off, then the join does not wait for the task', async () => {
    const scenario = await given(`
      start S
      and Split
      user A
      user B
      boundary T on=B timer=PT1H
      or Join
      end E
      end F
      S -> Split
      Split -> A -> Join
      Split -> B -> F
      T -> Join
      Join -> E`);
    const waiting = scenario.tell({ complete: 'A' });
    expect(waiting.state.status).toBe('running');
    expect(waiting.tell({ fire: 'T' }).state.status).toBe('completed');
    expect(waiting.tell({ complete: 'B' }).state.status).toBe('completed');
  });

  it('Given joins in nested blocks, then each waits for its own branches', async () => {
    const scenario = await given(`
      start S
      or Outer
      or Inner
      user A
      user B
      user C
      or InnerJoin
      or OuterJoin
      end E
      S -> Outer
      Outer -> Inner : true
      Outer -> C : true
      Inner -> A : true
      Inner -> B : true
      A -> InnerJoin
      B -> InnerJoin
      InnerJoin -> OuterJoin
      C -> OuterJoin
      OuterJoin -> E`);
    const late = scenario.tell({ complete: 'C' }).tell({ complete: 'A' });
    expect(late.state.status).toBe('running');
    expect(late.tell({ complete: 'B' }).state.status).toBe('completed');
  });
});
