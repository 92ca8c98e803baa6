import { describe, expect, it } from '@jest/globals';
import { migrateInstance } from '../../engine/index.ts';
import { around, type Case, handler, LATER, prepared, upTo } from '../support/migrate-drawn.ts';

describe('why an instance cannot move', () => {
  it.each<[string, string, Case]>([
    ['it has ended', ' P ended', { old: upTo('user A'), next: upTo('user A'), told: [{ complete: 'A' }] }],
    [
      'it was cancelled',
      ' P ended',
      { old: upTo('user A'), next: upTo('user A'), told: [{ type: 'cancel' }] },
    ],
    ['a task has become a job', '1 A kind-changed', { old: upTo('manual A'), next: upTo('service A') }],
    [
      'a task is repeated in a loop now',
      '1 A repetition-changed',
      { old: upTo('user A'), next: upTo('user A loop="x" max=3') },
    ],
    [
      'a loop has become several instances',
      '1 A repetition-changed,2 A repetition-changed',
      { old: upTo('user A loop="x" max=3'), next: upTo('user A multi=1') },
    ],
    [
      'several instances come one after the other now',
      '1 A repetition-changed,2 A repetition-changed',
      { old: upTo('user A multi=1'), next: upTo('user A multi=1 sequential') },
    ],
    [
      'a timer waits for a message now',
      '1 A trigger-changed',
      { old: upTo('catch A timer=PT1H'), next: upTo('catch A message=M') },
    ],
    [
      'an element has moved out of its sub-process',
      '2 A scope-changed',
      {
        old: around(''),
        next: 'start S\nsubprocess Sub {\nstart S1\nuser B\nS1 -> B\n}\nuser A\nS -> Sub -> A',
      },
    ],
    [
      'an element has moved into a sub-process',
      '1 A scope-changed',
      { old: upTo('user A'), next: around('') },
    ],
    [
      'an element is mapped to none',
      '1 A element-missing',
      { old: upTo('user A'), next: upTo('user A'), mapping: { A: 'B' } },
    ],
    [
      'an event sub-process that runs has gone',
      '3 Event element-missing,4 H element-missing',
      {
        old: `${upTo('user A')}\n${handler('timer=PT1H nonInterrupting')}`,
        next: upTo('user A'),
        told: [{ fire: 'T' }],
      },
    ],
    [
      'the branch a token came by has gone',
      '3 J flow-missing',
      {
        old: 'start S\nand F\nuser A\nuser B\nand J\nend E\nS -> F\nF -> A -> J\nF -> B -> J\nJ -> E',
        next: 'start S\nand F\nuser A\nuser B\nuser C\nand J\nend E\nS -> F\nF -> A -> E\nF -> B -> J\nF -> C -> J\nJ -> E',
        told: [{ complete: 'A' }],
      },
    ],
  ])('is that %s', async (_, blocked, given) => {
    const { plan, request } = await prepared(given);
    expect(
      plan.blocked.map(({ occurrence, element, code }) => `${occurrence} ${element} ${code}`).join(),
    ).toBe(blocked);
    expect(plan.isPossible).toBe(false);
    const [first] = plan.blocked;
    expect(() => migrateInstance(request, LATER)).toThrow(
      expect.objectContaining({ code: 'wrong-kind', message: `${first!.element}: ${first!.message.en}` }),
    );
  });

  it.each<[string, Case]>([
    ['manual instead of by its form', { old: upTo('user A'), next: upTo('manual A') }],
    ['by its form instead of manual', { old: upTo('manual A'), next: upTo('user A') }],
    ['repeated alike', { old: upTo('user A loop="x" max=3'), next: upTo('user A loop="y" max=4') }],
    [
      'repeated in sequence alike',
      { old: upTo('user A multi=3 sequential'), next: upTo('user A multi=4 sequential') },
    ],
    ['sending another message', { old: upTo('send A message=M'), next: upTo('send A') }],
    [
      'in a process that is suspended',
      { old: upTo('user A'), next: upTo('user A'), told: [{ type: 'suspend' }] },
    ],
  ])('is not that a step is done %s', async (_, given) => {
    const { plan, request } = await prepared(given);
    expect(plan).toMatchObject({ isPossible: true, withdraws: [], blocked: [] });
    expect(migrateInstance(request, LATER)).toMatchObject({
      effects: [],
      state: { open: request.state['open'] },
    });
  });
});
