import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const onTask = (boundary: string) => `
  start S
  user Work
  boundary B on=Work ${boundary}
  user Other
  end E
  S -> Work -> E
  B -> Other -> E`;

describe('Feature: boundary event', () => {
  it.each([
    ['timer=PT4H', { fire: 'B' }],
    ['message=Stop', { message: 'Stop' }],
    ['signal=Stop', { signal: 'Stop' }],
    ['condition="stop = true"', { type: 'set-variables' as const, variables: { stop: true } }],
  ])(
    'Given an interrupting %s, when it goes off, then the task ends and the other way is taken',
    async (trigger, told) => {
      const scenario = (await given(onTask(trigger))).tell(told);
      expect(scenario.open()).toEqual(['Other']);
      expect(scenario.trace('cancel')).toEqual(['cancel Work']);
      expect(scenario.effects.map((effect) => effect.type)).toContain('cancel-task');
    },
  );

  it.each([
    ['timer=PT4H nonInterrupting', { fire: 'B' }],
    ['message=Stop nonInterrupting', { message: 'Stop' }],
    ['signal=Stop nonInterrupting', { signal: 'Stop' }],
    [
      'condition="stop = true" nonInterrupting',
      { type: 'set-variables' as const, variables: { stop: true } },
    ],
  ])('Given a %s, when it goes off, then the task stays open beside the other way', async (trigger, told) => {
    const scenario = (await given(onTask(trigger))).tell(told);
    expect(scenario.open()).toEqual(['Work', 'Other']);
    const done = scenario.tell({ complete: 'Work' }).tell({ complete: 'Other' });
    expect(done.state.status).toBe('completed');
  });

  it('Given a non-interrupting message, then it may come again and again', async () => {
    const scenario = (await given(onTask('message=Note nonInterrupting')))
      .tell({ message: 'Note' })
      .tell({ message: 'Note' });
    expect(scenario.open()).toEqual(['Work', 'Other', 'Other']);
  });

  it('Given a cycle R3, then it fires three times, each counted from the one before', async () => {
    let scenario = await given(onTask('cycle=R3/PT10H nonInterrupting'));
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'schedule-timer', due: { at: '2026-01-05T10:00:00.000Z' } }),
    );
    scenario = scenario.tell({ fire: 'B' });
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'schedule-timer', due: { at: '2026-01-05T20:00:00.000Z' } }),
    );
    scenario = scenario.tell({ fire: 'B' }).tell({ fire: 'B' });
    expect(() => scenario.tell({ fire: 'B' })).toThrow();
  });

  it('When the task completes, then its timer is cancelled', async () => {
    const scenario = (await given(onTask('timer=PT4H'))).tell({ complete: 'Work' });
    expect(scenario.state.status).toBe('completed');
    expect(scenario.effects).toContainEqual(expect.objectContaining({ type: 'cancel-timer', element: 'B' }));
  });

  it('Given working time, then the due time is asked of the calendar', async () => {
    const scenario = await given(onTask('timer=P10D counts=working'));
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ due: { working: 'P10D', from: '2026-01-05T00:00:00.000Z' } }),
    );
  });

  it('Given an error boundary, when the task fails with its code, then it is caught; another code is not', async () => {
    const scenario = await given(onTask('error=Broken'));
    expect(scenario.tell({ fail: 'Work', code: 'Broken' }).open()).toEqual(['Other']);
    const failed = scenario.tell({ fail: 'Work', code: 'Elsewhere' });
    expect(failed.state.status).toBe('failed');
    expect(failed.effects.at(-1)).toMatchObject({
      type: 'end',
      outcome: 'failed',
      error: { code: 'Elsewhere' },
    });
  });

  it('Given an error boundary without a code, then it catches every error', async () => {
    expect((await given(onTask('error'))).tell({ fail: 'Work', code: 'Any' }).open()).toEqual(['Other']);
  });

  it('Given a sub-process, when its boundary interrupts, then everything in it is cancelled, inside first', async () => {
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
      boundary T on=Sub timer=PT1H
      end E
      end Late
      S -> Sub -> E
      T -> Late`);
    const late = scenario.tell({ fire: 'T' });
    expect(late.trace('cancel')).toEqual(['cancel A', 'cancel B', 'cancel Sub']);
    expect(late.state.status).toBe('completed');
  });
});
