import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const withEvent = (start: string) => `
  start S
  user Work
  end E
  S -> Work -> E
  eventsubprocess Event {
    start T ${start}
    user Handle
    end H
    T -> Handle -> H
  }`;

describe('Feature: event sub-process', () => {
  it.each([
    ['message=Stop', { message: 'Stop' }],
    ['signal=Stop', { signal: 'Stop' }],
    ['timer=PT1H', { fire: 'T' }],
    ['condition="stop = true"', { type: 'set-variables' as const, variables: { stop: true } }],
    ['error=Broken', { fail: 'Work', code: 'Broken' }],
  ])(
    'Given an interrupting %s, when it happens, then it takes the place of what was going on',
    async (start, told) => {
      const scenario = (await given(withEvent(start))).tell(told);
      expect(scenario.open()).toEqual(['Handle']);
      expect(scenario.trace('cancel')).toEqual(['cancel Work']);
      const done = scenario.tell({ complete: 'Handle' });
      expect(done.state.status).toBe('completed');
    },
  );

  it('Given a non-interrupting one, then it runs beside, as often as it happens', async () => {
    const scenario = (await given(withEvent('message=Note nonInterrupting')))
      .tell({ message: 'Note' })
      .tell({ message: 'Note' });
    expect(scenario.open()).toEqual(['Work', 'Handle', 'Handle']);
    const done = scenario.tell({ complete: 'Work' });
    expect(done.state.status).toBe('running');
    expect(done.tell({ complete: 'Handle' }).tell({ complete: 'Handle' }).state.status).toBe('completed');
  });

  it('When the scope ends, then what it listened for is withdrawn', async () => {
    const scenario = (await given(withEvent('message=Stop'))).tell({ complete: 'Work' });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.effects).toContainEqual(expect.objectContaining({ type: 'unsubscribe', element: 'T' }));
  });

  it('Given it stands in a sub-process, then it ends that alone, and the flow goes on after it', async () => {
    const scenario = (
      await given(`
      start S
      and F
      user Beside
      subprocess Sub {
        start S2
        user Work
        S2 -> Work
        eventsubprocess Event {
          start T message=Stop
          user Handle
          T -> Handle
        }
      }
      user After
      S -> F
      F -> Beside
      F -> Sub -> After`)
    ).tell({ message: 'Stop' });
    expect(scenario.open()).toEqual(['Beside', 'Handle']);
    expect(scenario.tell({ complete: 'Handle' }).open()).toEqual(['Beside', 'After']);
  });

  it('Given it throws the error it catches, then the error goes outwards', async () => {
    const scenario = (
      await given(`
      start S
      subprocess Sub {
        start S2
        user Work
        S2 -> Work
        eventsubprocess Event {
          start T error=Broken
          end Again error=Broken
          T -> Again
        }
      }
      boundary B on=Sub error=Broken
      user After
      user Rescue
      S -> Sub -> After
      B -> Rescue`)
    ).tell({ fail: 'Work', code: 'Broken' });
    expect(scenario.open()).toEqual(['Rescue']);
  });

  it.each(['signal=Stop', 'escalation=Stop'])(
    'Given %s is thrown in its own scope, then the token that threw it goes no further',
    async (what) => {
      const scenario = await given(`
        start S
        throw T ${what}
        user Next
        S -> T -> Next
        eventsubprocess Event {
          start C ${what}
          user Handle
          C -> Handle
        }`);
      expect(scenario.open()).toEqual(['Handle']);
    },
  );

  it('Given its condition comes true within a chain of automatic steps, then the chain ends there', async () => {
    const scenario = await given(`
      start S
      script A script="true" motcua:resultVariable=stop
      script B script="true" motcua:resultVariable=never
      end E
      S -> A -> B -> E
      eventsubprocess Event {
        start C condition="stop = true"
        user Handle
        C -> Handle
      }`);
    expect(scenario.open()).toEqual(['Handle']);
    expect(scenario.state.variables).toEqual({ stop: true });
  });
});
