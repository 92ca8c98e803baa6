import { describe, expect, it } from '@jest/globals';
import {
  applyCommand,
  compileProcess,
  findReceiver,
  startProcess,
  upgradeState,
} from '../../engine/index.ts';
import type { Json } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

describe('Feature: the ways out of a step', () => {
  it.each<[string, string, Record<string, Json>, string[]]>([
    [
      'a parallel gateway takes every flow, whatever its condition',
      'and G\nG -> A : x > 5\nG -> B',
      { x: 1 },
      ['A', 'B'],
    ],
    [
      'an inclusive gateway takes what holds, beside flows without a condition',
      'or G\nG -> A : x > 5\nG -> B',
      { x: 9 },
      ['A', 'B'],
    ],
    [
      'an inclusive gateway whose condition does not hold takes the flow without one',
      'or G\nG -> A : x > 5\nG -> B',
      { x: 1 },
      ['B'],
    ],
    [
      'an inclusive gateway takes its default only when it takes nothing else',
      'or G default=d\nG -d-> A\nG -> B\nG -> C : x > 5',
      { x: 1 },
      ['B'],
    ],
    [
      'an activity takes its default beside flows without a condition',
      'script G script="1" default=d\nG -d-> A\nG -> B\nG -> C : x > 5',
      { x: 1 },
      ['B', 'A'],
    ],
    [
      'an activity leaves its default when a condition holds',
      'script G script="1" default=d\nG -d-> A\nG -> B\nG -> C : x > 5',
      { x: 9 },
      ['B', 'C'],
    ],
    [
      'an exclusive gateway takes the first that holds',
      'xor G\nG -> A : x > 5\nG -> B : x > 1\nG -> C',
      { x: 3 },
      ['B'],
    ],
    [
      'an exclusive gateway takes a flow without a condition where it stands',
      'xor G\nG -> A\nG -> B : x > 1',
      { x: 3 },
      ['A'],
    ],
    ['an exclusive gateway with one flow and a condition asks it', 'xor G\nG -> A : x > 5', { x: 9 }, ['A']],
    ['an exclusive gateway whose only flow is its default takes it', 'xor G default=d\nG -d-> A', {}, ['A']],
    [
      'an exclusive gateway without a way out is held',
      'xor G\nG -> A : x > 5\nG -> B : x > 6',
      { x: 1 },
      ['G'],
    ],
    [
      'an inclusive gateway without a way out is held',
      'or G\nG -> A : x > 5\nG -> B : x > 6',
      { x: 1 },
      ['G'],
    ],
    ['an activity without a way out is held', 'script G script="1"\nG -> A : x > 5', { x: 1 }, ['G']],
    [
      'a condition that cannot be decided holds the step',
      'xor G default=d\nG -> A : x > 5\nG -d-> B',
      {},
      ['G'],
    ],
  ])('%s', async (_, drawing, input, open) => {
    const scenario = await given(`start S\nuser A\nuser B\nuser C\nS -> G\n${drawing}`, input);
    expect(scenario.open()).toEqual(open);
  });
});

describe('Feature: scripts', () => {
  it.each<[string, string, Record<string, Json>]>([
    ['a context becomes data', '{a: 1, b: 2}', { a: 1, b: 2 }],
    ['a text is dropped', 'string(1)', {}],
    ['a list is dropped', '[1, 2]', {}],
    ['nothing is dropped', 'null', {}],
    ['what cannot be worked out is dropped', 'lost + 1', {}],
  ])('without a result variable, %s', async (_, script, variables) => {
    const scenario = await given(`start S\nscript A script="${script}"\nuser W\nS -> A -> W`);
    expect(scenario.open()).toEqual(['W']);
    expect(scenario.state.variables).toEqual(variables);
  });

  it.each<[string, string, Json]>([
    ['nothing', 'null', null],
    ['a list', '[1, 2]', [1, 2]],
    ['a context in which something is missing', '{a: lost.x}', { a: null }],
  ])('a result variable may hold %s', async (_, script, r) => {
    const scenario = await given(
      `start S\nscript A script="${script}" motcua:resultVariable=r\nuser W\nS -> A -> W`,
    );
    expect(scenario.state.variables).toEqual({ r });
  });

  it('a result that cannot be worked out is an incident, and a retry works it out', async () => {
    const stuck = await given(
      'start S\nscript A script="lost + 1" motcua:resultVariable=r\nuser W\nS -> A -> W',
    );
    expect(stuck.effects).toMatchObject([
      {
        code: 'script.failed',
        message: { en: 'The script "lost + 1" has no result: data are missing or of the wrong type.' },
      },
    ]);
    const retried = stuck.tell({ type: 'retry', occurrence: stuck.occurrence('A'), variables: { lost: 1 } });
    expect(retried.state.variables).toEqual({ lost: 1, r: 2 });
  });
});

describe('Feature: what a state and its waits answer', () => {
  it('a receive task that a person completes takes its subscription back', async () => {
    const scenario = await given('start S\nreceive R message=M out="x := y"\nuser W\nS -> R -> W');
    const done = scenario.tell({ complete: 'R', output: { y: 3 } });
    expect(done.effects).toMatchObject([{ type: 'unsubscribe', element: 'R' }, { type: 'open-task' }]);
    expect(done.trace('catch')).toEqual(['catch R']);
    expect(done.state.variables).toEqual({ x: 3 });
  });

  it('a suspended instance takes no message, and one that bears no key for a wait with one is told so', async () => {
    const { process, state, tell } = await given(
      'start S\ncatch M message=Answer motcua:correlation="=code"\nS -> M',
      {
        code: 7,
      },
    );
    const ask = (current: typeof state, correlation?: Json) =>
      findReceiver(process, {
        state: current,
        message: { name: 'Answer', ...(correlation !== undefined && { correlation }) },
        at: AT,
      });
    expect(ask(state, 7)).toEqual({ occurrence: '1', element: 'M', key: 'same' });
    expect(ask(state, '7')).toBeUndefined();
    expect(ask(state, null)).toEqual({ occurrence: '1', element: 'M', key: 'not-given' });
    expect(ask(tell({ type: 'suspend' }).state, 7)).toBeUndefined();
  });

  it('a state of a format that is not known is refused in a sentence', async () => {
    const { state } = await given('start S\nuser A\nS -> A');
    expect(upgradeState(state)).toBe(state);
    expect(() => upgradeState({ ...state, format: 99 })).toThrow(
      'state format 99 is not known to this version',
    );
  });
});

describe('Feature: compensation that nobody waits for', () => {
  it('goes on beside the token that threw it', async () => {
    const xml = buildProcess(
      'start S\nuser A\nboundary C on=A compensate\nuser Undo forCompensation\nundo C Undo\nthrow T compensate\nuser W\nS -> A -> T -> W',
    ).replace(/(<intermediateThrowEvent.*?<compensateEventDefinition)/, '$1 waitForCompletion="false"');
    const { process } = await compileProcess(xml);
    const { state } = startProcess(process!, {}, AT);
    const thrown = applyCommand(process!, state, { type: 'complete', occurrence: '1' }, AT);
    const open = ({ state: { open: all } }: { state: Record<string, unknown> }) =>
      Object.entries(all as Record<string, { element: string }>).map(
        ([id, { element }]) => `${id} ${element}`,
      );
    expect(open(thrown)).toEqual(['3 T', '4 Undo', '5 W']);
    const undone = applyCommand(process!, thrown.state, { type: 'complete', occurrence: '4' }, AT);
    expect(open(undone)).toEqual(['5 W']);
    const ended = applyCommand(process!, undone.state, { type: 'complete', occurrence: '5' }, AT);
    expect(ended.state.status).toBe('completed');
  });
});
