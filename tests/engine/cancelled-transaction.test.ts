import { describe, expect, it } from '@jest/globals';
import { findingsOf, given } from '../support/scenario.ts';

const cancelled = (boundary: string) => `
  start S
  transaction X {
    start s
    task A
    boundary C on=A compensate
    user U forCompensation
    undo C U
    end e cancel
    s -> A -> e
  }
  user Done
  S -> X -> Done
  ${boundary}`;

describe('Feature: a transaction that is cancelled', () => {
  it('Given a cancel boundary event, then what is done is undone and the flow goes on there', async () => {
    const drawing = cancelled('boundary K on=X cancel\nuser After\nK -> After');
    const scenario = (await given(drawing)).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['U']);
    expect(scenario.tell({ complete: 'U' }).open()).toEqual(['After']);
    expect(await findingsOf(drawing)).toEqual([]);
  });

  it('Given none, then its own way out is not taken either, and the check says so', async () => {
    const scenario = (await given(cancelled(''))).tell({ complete: 'A' }).tell({ complete: 'U' });
    expect(scenario.open()).toEqual([]);
    expect(scenario.state.status).toBe('completed');
    expect(scenario.trace('complete', 'cancel')).toEqual(['complete A', 'complete U', 'cancel X']);
    expect(await findingsOf(cancelled(''))).toEqual(['warning transaction.no-cancel X']);
  });
});
