import { describe, expect, it } from '@jest/globals';
import { findReceiver, openIncidents, previewJump, upgradeState } from '../../engine/index.ts';
import { given } from '../support/scenario.ts';

const STEPS = `
  start S
  user A
  boundary T on=A timer=PT4H
  user B
  subprocess Sub {
    start S2
    user C
    user D
    S2 -> C -> D
  }
  end E
  S -> A -> B -> Sub -> E
  T -> B`;

describe('Feature: commands for a running instance', () => {
  it('cancel ends everything and leaves nothing open', async () => {
    const scenario = (await given(STEPS)).tell({ type: 'cancel', reason: 'withdrawn' });
    expect(scenario.state).toMatchObject({ status: 'cancelled', open: {} });
    expect(scenario.effects.map((effect) => effect.type)).toEqual(['cancel-timer', 'cancel-task', 'end']);
    expect(() => scenario.tell({ type: 'cancel' })).toThrow(expect.objectContaining({ code: 'not-running' }));
  });

  it('suspend refuses work until resume', async () => {
    const suspended = (await given(STEPS)).tell({ type: 'suspend' });
    expect(suspended.state.status).toBe('suspended');
    expect(() => suspended.tell({ complete: 'A' })).toThrow(/suspended/);
    expect(suspended.tell({ type: 'resume' }).tell({ complete: 'A' }).open()).toEqual(['B']);
  });

  it('jump tells beforehand what it ends, then ends it and enters the target, opening sub-processes around it', async () => {
    const scenario = await given(STEPS);
    const preview = previewJump(scenario.process, scenario.state, { to: 'D' });
    expect(preview.cancels.map((each) => each.element)).toEqual(['A', 'T']);
    const jumped = scenario.tell({ type: 'jump', to: 'D' });
    expect(jumped.open()).toEqual(['D']);
    expect(jumped.tell({ complete: 'D' }).state.status).toBe('completed');
  });

  it('jump within an open sub-process keeps it', async () => {
    const inside = (await given(STEPS))
      .tell({ complete: 'A' })
      .tell({ complete: 'B' })
      .tell({ complete: 'C' });
    expect(
      previewJump(inside.process, inside.state, { to: 'C' }).cancels.map((each) => each.element),
    ).toEqual(['D']);
    const back = inside.tell({ type: 'jump', from: ['D'], to: 'C' });
    expect(back.open()).toEqual(['C']);
    expect(back.trace('enter').filter((line) => line === 'enter Sub')).toHaveLength(1);
  });

  it('jump refuses a target that takes no token', async () => {
    const scenario = await given(STEPS);
    expect(() => scenario.tell({ type: 'jump', to: 'T' })).toThrow(
      expect.objectContaining({ code: 'wrong-kind' }),
    );
    expect(() => scenario.tell({ type: 'jump', to: 'Nowhere' })).toThrow(
      expect.objectContaining({ code: 'unknown-element' }),
    );
  });

  it('a command of the wrong kind is refused and the state stays as it was', async () => {
    const scenario = await given(STEPS);
    const before = JSON.stringify(scenario.state);
    const occurrence = scenario.occurrence('A');
    expect(() => scenario.tell({ type: 'fire-timer', occurrence })).toThrow(
      expect.objectContaining({ code: 'wrong-kind' }),
    );
    expect(() => scenario.tell({ type: 'job-done', occurrence })).toThrow();
    expect(() => scenario.tell({ type: 'retry', occurrence })).toThrow();
    expect(JSON.stringify(scenario.state)).toBe(before);
  });

  it('a process that runs in a circle without waiting stops with an incident', async () => {
    const scenario = await given('start S\nxor M\nscript A script="1"\nS -> M -> A\nA -> M');
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', code: 'loop.endless' }),
    );
    expect(scenario.state.status).toBe('running');
  });

  it('a loop that never ends by itself stops with an incident', async () => {
    const scenario = await given('start S\nscript A script="1" loop="true"\nend E\nS -> A -> E');
    expect(scenario.effects).toContainEqual(
      expect.objectContaining({ type: 'incident', code: 'loop.endless' }),
    );
  });

  it('occurrence ids are never used twice', async () => {
    const scenario = (await given(STEPS)).tell({ complete: 'A' }).tell({ type: 'jump', to: 'A' });
    const ids = scenario.events.flatMap((event) => (event.type === 'wait' ? [event.occurrence] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('the state is small and refuses a format from the future', async () => {
    const { state } = await given(STEPS);
    expect(JSON.stringify(state).length).toBeLessThan(400);
    expect(() => upgradeState({ ...state, format: 99 })).toThrow(RangeError);
  });
});

describe('Feature: open incidents', () => {
  const WAYS = `
    start S
    user A
    subprocess Sub {
      start S2
      xor G default=no
      user B
      user C
      S2 -> G -no-> B
      G -yes-> C : amount > 5
    }
    S -> A -> Sub`;

  it('are told with what their place sees', async () => {
    const scenario = (await given(WAYS, { unit: 'X' })).tell({ complete: 'A' });
    expect(openIncidents(scenario.process, scenario.state)).toEqual([
      {
        occurrence: scenario.occurrence('G'),
        element: 'G',
        code: 'condition.undecided',
        message: expect.objectContaining({ en: expect.stringContaining('amount > 5') }),
        variables: { unit: 'X' },
      },
    ]);
  });

  it('go on with the variables that a retry brings, written where they live', async () => {
    const own = WAYS.replace('subprocess Sub {', 'subprocess Sub in="amount:=null" {');
    const held = (await given(own, { unit: 'X' })).tell({ complete: 'A' });
    const variables = { amount: 9, unit: 'Y' };
    const retried = held.tell({ type: 'retry', occurrence: held.occurrence('G'), variables });
    expect(retried.open()).toEqual(['C']);
    expect(retried.state.variables).toEqual({ unit: 'Y' });
    expect(openIncidents(retried.process, retried.state)).toEqual([]);
  });

  it('are over when the instance is cancelled, and the caller is told', async () => {
    const cancelled = (await given(WAYS)).tell({ complete: 'A' }).tell({ type: 'cancel' });
    expect(cancelled.effects.map(({ type }) => type)).toContain('incident-resolved');
    expect(openIncidents(cancelled.process, cancelled.state)).toEqual([]);
  });
});

describe('Feature: who a message is for', () => {
  const at = '2026-01-05T00:00:00.000Z';

  it('tells the wait that takes it, and how its key fits', async () => {
    const { process, state, occurrence } = await given(
      'start S\ncatch M message=Answer motcua:correlation=code\nuser Work\nS -> M -> Work',
      { code: 'H01' },
    );
    const ask = (message: { name: string; correlation?: string }) =>
      findReceiver(process, { state, message, at });
    const place = { occurrence: occurrence('M'), element: 'M' };
    expect(ask({ name: 'Answer', correlation: 'H01' })).toEqual({ ...place, key: 'same' });
    expect(ask({ name: 'Answer' })).toEqual({ ...place, key: 'not-given' });
    expect(ask({ name: 'Answer', correlation: 'H02' })).toBeUndefined();
    expect(ask({ name: 'Other' })).toBeUndefined();
  });

  it('tells a wait without a key, and nobody once the instance has ended', async () => {
    const scenario = await given('start S\ncatch M message=Answer\nend E\nS -> M -> E');
    const ask = (state: typeof scenario.state) =>
      findReceiver(scenario.process, { state, message: { name: 'Answer', correlation: 1 }, at });
    expect(ask(scenario.state)).toMatchObject({ element: 'M', key: 'none' });
    expect(ask(scenario.tell({ message: 'Answer' }).state)).toBeUndefined();
  });
});
