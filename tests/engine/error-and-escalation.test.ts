import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const nested = (boundaries: string) => `
  start S
  subprocess Outer {
    start S1
    subprocess Inner {
      start S2
      user Work
      end X error=Broken
      S2 -> Work -> X
    }
    S1 -> Inner
  }
  ${boundaries}
  user After
  S -> Outer -> After`;

describe('Feature: errors', () => {
  it('Given catchers at two levels, then the nearest catches', async () => {
    const scenario = (
      await given(`
      start S
      subprocess Outer {
        start S1
        subprocess Inner {
          start S2
          user Work
          end X error=Broken
          S2 -> Work -> X
        }
        boundary Near on=Inner error=Broken
        user Repair
        S1 -> Inner
        Near -> Repair
      }
      boundary Far on=Outer error=Broken
      user After
      user FarAway
      S -> Outer -> After
      Far -> FarAway`)
    ).tell({ complete: 'Work' });
    expect(scenario.open()).toEqual(['Repair']);
  });

  it('Given the nearest names another code, then the error goes on outwards', async () => {
    const scenario = (
      await given(nested('boundary Far on=Outer error=Broken\nuser FarAway\nFar -> FarAway'))
    ).tell({ complete: 'Work' });
    expect(scenario.open()).toEqual(['FarAway']);
    expect(scenario.trace('cancel')).toEqual(['cancel Inner', 'cancel Outer']);
  });

  it('Given an exact catcher beside one for all, then the exact one catches', async () => {
    const scenario = (
      await given(
        nested(`
        boundary All on=Outer error
        boundary Exact on=Outer error=Broken
        user ForAll
        user ForExact
        All -> ForAll
        Exact -> ForExact`),
      )
    ).tell({ complete: 'Work' });
    expect(scenario.open()).toEqual(['ForExact']);
  });

  it('Given a service task, when its job fails with a code, then the boundary catches; without one it is an incident', async () => {
    const scenario = await given(`
      start S
      service Pay
      boundary B on=Pay error=Refused
      user Ask
      end E
      S -> Pay -> E
      B -> Ask -> E`);
    const occurrence = scenario.occurrence('Pay');
    const refused = scenario.tell({ type: 'job-failed', occurrence, code: 'Refused', message: 'no' });
    expect(refused.open()).toEqual(['Ask']);
    const broken = scenario.tell({ type: 'job-failed', occurrence, message: 'no connection' });
    expect(broken.effects).toContainEqual(expect.objectContaining({ type: 'incident', code: 'job.failed' }));
    const retried = broken.tell({ type: 'retry', occurrence });
    expect(retried.effects).toContainEqual(expect.objectContaining({ type: 'run-job', occurrence }));
    expect(retried.tell({ complete: 'Pay' }).state.status).toBe('completed');
  });
});

describe('Feature: escalations', () => {
  const escalating = (options: string) => `
    start S
    subprocess Sub {
      start S2
      throw Late escalation=Late
      user Work
      S2 -> Late -> Work
    }
    boundary B on=Sub escalation=Late ${options}
    user Chief
    end E
    S -> Sub -> E
    B -> Chief`;

  it('Given a non-interrupting catcher, then the work goes on beside', async () => {
    expect((await given(escalating('nonInterrupting'))).open()).toEqual(['Chief', 'Work']);
  });

  it('Given an interrupting catcher, then the work ends', async () => {
    const scenario = await given(escalating(''));
    expect(scenario.open()).toEqual(['Chief']);
  });

  it('Given nothing catches, then the token simply goes on', async () => {
    const scenario = await given('start S\nthrow T escalation=Late\nuser Work\nS -> T -> Work');
    expect(scenario.open()).toEqual(['Work']);
  });

  it('Given a task, when it is escalated from outside, then its boundary hears it', async () => {
    const scenario = await given(`
      start S
      user Work
      boundary B on=Work escalation=Late nonInterrupting
      user Chief
      S -> Work
      B -> Chief`);
    const occurrence = scenario.occurrence('Work');
    expect(scenario.tell({ type: 'escalate', occurrence, code: 'Late' }).open()).toEqual(['Work', 'Chief']);
  });
});
