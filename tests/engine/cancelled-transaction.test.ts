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

describe('Feature: how a transaction is cancelled', () => {
  const transaction = (outside: string) => `
    transaction Tx {
      start S1
      user A
      and F
      end X cancel
      user Slow
      S1 -> F
      F -> A -> X
      F -> Slow
    }
    ${outside}`;

  it('goes on at its cancel boundary, whatever else stands on it', async () => {
    const scenario = (
      await given(
        `start S\n${transaction('boundary T on=Tx timer=PT1H\nboundary C on=Tx cancel')}\nuser Late\nuser Off\nS -> Tx\nT -> Late\nC -> Off`,
      )
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['Off']);
    expect(scenario.effects.map(({ type }) => type)).toEqual(['cancel-task', 'cancel-timer', 'open-task']);
  });

  it('ends its scope when it has no such boundary and nothing else is left there', async () => {
    const scenario = (
      await given(
        `start S\nsubprocess Sub {\nstart S0\n${transaction('')}\nuser Never\nS0 -> Tx -> Never\n}\nuser After\nS -> Sub -> After`,
      )
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['After']);
    expect(scenario.trace('enter')).not.toContain('enter Never');
  });

  it('ends every instance of a repeated one', async () => {
    const scenario = (
      await given(
        `start S\n${transaction('boundary C on=Tx cancel').replace('Tx {', 'Tx multi=2 {')}\nuser Off\nS -> Tx\nC -> Off`,
      )
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['Off']);
  });

  it('ends no other scope than its own, from however deep inside', async () => {
    const scenario = (
      await given(`
      start S
      and F
      user Beside
      transaction Tx {
        start S1
        subprocess Deep {
          start S2
          user A
          end X cancel
          S2 -> A -> X
        }
        user Slow
        and G
        S1 -> G
        G -> Deep
        G -> Slow
      }
      boundary C on=Tx cancel
      user Off
      S -> F
      F -> Tx
      F -> Beside
      C -> Off`)
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['Beside', 'Off']);
  });
});
