import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const RACE = `
  start S
  race R
  catch Paid message=Payment
  catch Late timer=P7D
  receive Withdrawn message=Withdrawal
  catch Stop signal=Stop
  end E
  S -> R
  R -> Paid -> E
  R -> Late -> E
  R -> Withdrawn -> E
  R -> Stop -> E`;

describe('Feature: event-based gateway', () => {
  it('Given a race, then every event waits', async () => {
    const scenario = await given(RACE);
    expect(scenario.open()).toEqual(['Paid', 'Late', 'Withdrawn', 'Stop']);
    expect(scenario.effects.map((effect) => effect.type)).toEqual([
      'subscribe',
      'schedule-timer',
      'subscribe',
      'subscribe',
    ]);
  });

  it('When the message comes first, then its flow is taken and the others are withdrawn', async () => {
    const scenario = (await given(RACE)).tell({ message: 'Payment', payload: { paid: 5 } });
    expect(scenario.state).toMatchObject({ status: 'completed', variables: { paid: 5 } });
    expect(scenario.trace()).toEqual(expect.arrayContaining(['take R_to_Paid', 'catch Paid']));
    expect(scenario.trace('take')).not.toContain('take R_to_Late');
    expect(scenario.effects.map((effect) => effect.type)).toContain('cancel-timer');
  });

  it('When the timer fires first, then a later message finds nobody', async () => {
    const scenario = (await given(RACE)).tell({ fire: 'Late' });
    expect(scenario.state.status).toBe('completed');
    expect(() => scenario.tell({ message: 'Payment' })).toThrow(/completed/);
  });

  it('When a receive task wins, then it completes', async () => {
    const scenario = (await given(RACE)).tell({ message: 'Withdrawal' });
    expect(scenario.trace()).toEqual(expect.arrayContaining(['enter Withdrawn', 'complete Withdrawn']));
  });

  it('Given a parallel gateway that starts the process, then all its events are needed', async () => {
    const scenario = await given(
      `
      race R instantiate=true gateway=Parallel
      catch A message=A
      catch B message=B
      and J
      user U
      end E
      R -> A -> J
      R -> B -> J
      J -> U -> E`,
      {},
      { start: 'A' },
    );
    expect(scenario.open()).toEqual(['B']);
    expect(scenario.tell({ message: 'B' }).open()).toEqual(['U']);
  });
});
