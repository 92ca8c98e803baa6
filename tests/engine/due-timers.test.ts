import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const completedIn = async (drawing: string, plan: Plan = {}) => {
  const { events, result } = await keepTraced(buildProcess(drawing), plan);
  return {
    completed: events.filter(({ type }) => type === 'complete').map(({ element }) => element),
    state: result.state,
    at: events.at(-1)!.at,
  };
};

const START = '2026-01-05T00:00:00.000Z';

describe('Feature: timers that are due when they are armed', () => {
  it.each(['date=2011-03-11T12:13:14', 'timer=PT0S'])(
    'Given a catch event with %s, then it goes off without the clock being moved',
    async (timer) => {
      expect(await completedIn(`start S\ncatch T ${timer}\ntask A\nS -> T -> A`)).toEqual({
        completed: ['A'],
        state: 'completed',
        at: START,
      });
    },
  );

  it('Given a start event with a date gone by, then its process starts', async () => {
    expect(await completedIn('start S date=2011-03-11\ntask A\nS -> A')).toMatchObject({ completed: ['A'] });
  });

  it('Given one that a step of the plan arms, then it goes off before the next step', async () => {
    const drawing = 'start S\nuser A\nuser B\nboundary T on=B timer=PT0S\nuser C\nS -> A -> B\nT -> C';
    const steps = [{ complete: 'A' }, { complete: 'C' }];
    expect(await completedIn(drawing, { steps })).toMatchObject({
      completed: ['A', 'C'],
      state: 'completed',
    });
  });

  it('Given a date to come, then it waits for the clock', async () => {
    expect(await completedIn('start S\ncatch T date=2026-01-06\nS -> T')).toMatchObject({ state: 'waiting' });
  });
});
