import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const wait = (trigger: string) => `start S\ncatch T ${trigger}\nuser A\nS -> T -> A`;

describe('Feature: timer catch event', () => {
  it.each([
    ['timer=PT4H', '2026-01-05T04:00:00.000Z'],
    ['timer=P30D', '2026-02-04T00:00:00.000Z'],
    ['timer=P1M', '2026-02-05T00:00:00.000Z'],
    ['timer=P1Y2M', '2027-03-05T00:00:00.000Z'],
    ['timer==wait', '2026-01-05T02:00:00.000Z'],
    ['timer=${wait}', '2026-01-05T02:00:00.000Z'],
    ['date=2026-05-01T07:00:00+07:00', '2026-05-01T00:00:00.000Z'],
    ['date==until', '2026-06-01T00:00:00.000Z'],
    ['cycle=R/2026-03-01T00:00:00Z/P1D', '2026-03-01T00:00:00.000Z'],
  ])('Given %s, then it is due at %s', async (trigger, at) => {
    const scenario = await given(wait(trigger), { wait: 'PT2H', until: '2026-06-01' });
    expect(scenario.effects).toContainEqual(expect.objectContaining({ type: 'schedule-timer', due: { at } }));
    expect(scenario.tell({ fire: 'T' }).open()).toEqual(['A']);
  });

  it('Given a value that is no time, then that is an incident; corrected and retried it waits', async () => {
    const stuck = await given(wait('timer==wait'));
    expect(stuck.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', code: 'timer.undecided' }),
    );
    const retried = stuck
      .tell({ type: 'set-variables', variables: { wait: 'PT2H' } })
      .tell({ type: 'retry', occurrence: stuck.occurrence('T') });
    expect(retried.effects).toContainEqual(expect.objectContaining({ type: 'schedule-timer' }));
  });
});

describe('Feature: conditional catch event', () => {
  it('Given a condition that comes true when data change, then the token goes on', async () => {
    const scenario = await given(wait('condition="ready = true"'));
    expect(scenario.open()).toEqual(['T']);
    const still = scenario.tell({ type: 'set-variables', variables: { ready: false } });
    expect(still.open()).toEqual(['T']);
    expect(still.tell({ type: 'set-variables', variables: { ready: true } }).open()).toEqual(['A']);
  });

  it('Given a condition that holds already, then it is passed at once', async () => {
    expect((await given(wait('condition="ready = true"'), { ready: true })).open()).toEqual(['A']);
  });

  it('Given another branch writes the data, then the condition is looked at again', async () => {
    const scenario = await given(`
      start S
      and F
      catch C condition="ready = true"
      user Work
      user After
      S -> F
      F -> C -> After
      F -> Work`);
    expect(scenario.tell({ complete: 'Work', output: { ready: true } }).open()).toEqual(['After']);
  });
});

describe('Feature: catch event with several triggers', () => {
  it('Given a multiple, then the first trigger goes on', async () => {
    const scenario = await given(wait('message=M signal=G timer=PT1H'));
    expect(scenario.tell({ signal: 'G' }).open()).toEqual(['A']);
    expect(scenario.tell({ message: 'M' }).open()).toEqual(['A']);
  });

  it('Given a parallel multiple, then all of them are needed, in any order', async () => {
    const scenario = await given(wait('message=M signal=G parallelMultiple=true'));
    const one = scenario.tell({ signal: 'G', payload: { g: 1 } });
    expect(one.open()).toEqual(['T']);
    const all = one.tell({ message: 'M', payload: { m: 1 } });
    expect(all.open()).toEqual(['A']);
    expect(all.state.variables).toEqual({ g: 1, m: 1 });
  });
});

describe('Feature: link events', () => {
  it('Given a throwing and a catching link of one name, then the token jumps', async () => {
    const scenario = await given(`
      start S
      throw Go link=Page2
      catch Come link=Page2
      user A
      S -> Go
      Come -> A`);
    expect(scenario.open()).toEqual(['A']);
    expect(scenario.trace('enter')).toEqual(['enter S', 'enter Go', 'enter Come', 'enter A']);
  });
});

describe('Feature: throw event without a trigger', () => {
  it('Given one, then the token passes', async () => {
    expect((await given('start S\nthrow T\nuser A\nS -> T -> A')).open()).toEqual(['A']);
  });
});
