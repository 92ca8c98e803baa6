import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildFile } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const SENDER = 'start S\nthrow T message=m in="about:=x"\nend E\nS -> T -> E';

const completedIn = async (receiver: string, plan: Plan = {}, sender = SENDER) => {
  const { events, result } = await keepTraced(buildFile({ P: sender, Q: receiver }), plan);
  return {
    completed: events.filter(({ type }) => type === 'complete').map(({ element }) => element),
    state: result.state,
    variables: result.variables,
  };
};

describe('Feature: a message that comes before anybody waits for it', () => {
  it.each([
    ['a catch event', 'catch C message=m'],
    ['a receive task', 'receive C message=m'],
  ])('Given %s further on in another process, then it finds the message there', async (_, waiting) => {
    const receiver = `start s\nuser A\n${waiting}\ntask B\ns -> A -> C -> B`;
    const before = await completedIn(receiver, { input: { x: 7 } });
    expect(before.state).toBe('waiting');
    const after = await completedIn(receiver, { input: { x: 7 }, steps: [{ complete: 'A' }] });
    expect(after).toMatchObject({ state: 'completed', variables: { x: 7, about: 7 } });
    expect(after.completed.at(-1)).toBe('B');
  });

  it('is there once', async () => {
    const receiver = 'start s\nuser A\ncatch C message=m\ncatch D message=m\ns -> A -> C -> D';
    expect(await completedIn(receiver, { steps: [{ complete: 'A' }] })).toMatchObject({ state: 'waiting' });
  });

  it('is not kept for a boundary event, which hears only what comes while its activity is open', async () => {
    const receiver = 'start s\nuser A\nuser B\nboundary C on=B message=m\ntask D\ns -> A -> B\nC -> D';
    expect(await completedIn(receiver, { steps: [{ complete: 'A' }] })).toEqual({
      completed: ['A'],
      state: 'waiting',
      variables: {},
    });
  });

  it('is not kept for whoever threw it', async () => {
    const sender = 'start S\nthrow T message=m\nuser U\ncatch C message=m\nS -> T -> U -> C';
    const traced = await completedIn('start s\ntask Z\ns -> Z', { steps: [{ complete: 'U' }] }, sender);
    expect(traced).toMatchObject({ state: 'waiting' });
  });
});
