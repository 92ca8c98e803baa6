import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const around = (activity: string, rest = '') =>
  `start S\n${activity}\nuser W\nend E\nS -> A -> W -> E\n${rest}`;

type Open = Record<string, { element: string; role: string; incident?: { code: string; phase: string } }>;
const holds = (state: object) =>
  Object.values((state as { open: Open }).open).map(
    ({ element, role, incident }) => `${element} ${role}${incident ? ` ${incident.code}` : ''}`,
  );

describe('Feature: what decides how often a repeated activity runs', () => {
  it.each([
    ['a list', [1, 2], 2],
    ['an empty list', [], 0],
    ['a number', 2, 2],
    ['nought', 0, 0],
  ])('a collection that is %s begins as many', async (_, items, count) => {
    const scenario = await given(around('user A collection=items'), { items });
    expect(scenario.open()).toEqual(count === 0 ? ['W'] : Array.from({ length: count }, () => 'A'));
  });

  it.each([
    ['a number below zero', -1],
    ['a broken number', 1.5],
    ['a text', '2'],
    ['a truth', true],
    ['a context', { a: 1 }],
    ['nothing', null],
  ])('a collection that is %s is an incident', async (_, items) => {
    const scenario = await given(around('user A collection=items'), { items });
    expect(holds(scenario.state)).toEqual(['A multi loop.undecided']);
    expect(scenario.effects).toMatchObject([
      { message: { en: 'The number of turns or the list "=items" cannot be worked out.' } },
    ]);
  });

  it.each([
    ['a number', 2, ['A task', 'A task']],
    ['a number as text', '1', ['A task']],
    ['nought', 0, ['W task']],
    ['a number below zero', -1, ['A multi loop.undecided']],
    ['a broken number', 0.5, ['A multi loop.undecided']],
    ['a word', 'two', ['A multi loop.undecided']],
    ['nothing', null, ['A multi loop.undecided']],
    ['more than can be', 10_001, ['A multi loop.too-many']],
  ])('a cardinality that is %s', async (_, n, expected) => {
    const scenario = await given(around('user A multi="=n"'), { n });
    expect(holds(scenario.state).filter((line) => line !== 'A multi')).toEqual(expected);
  });

  it('a list that is too long is an incident, and goes on once it is shorter', async () => {
    const items = new Array(10_001).fill(0);
    const scenario = await given(around('user A collection=items'), { items });
    expect(holds(scenario.state)).toEqual(['A multi loop.too-many']);
    const occurrence = scenario.occurrence('A');
    expect(scenario.tell({ type: 'retry', occurrence, variables: { items: [1] } }).open()).toEqual(['A']);
  });

  it('items come one after the other in their order, and those to come are kept', async () => {
    let scenario = await given(around('user A collection=items element=item sequential'), {
      items: ['x', 'y', 'z'],
    });
    for (const item of ['x', 'y', 'z']) {
      const task = Object.values(scenario.state['open'] as Record<string, object>).at(-1);
      expect(task).toMatchObject({ element: 'A', variables: { item } });
      scenario = scenario.tell({ complete: 'A' });
    }
    expect(scenario.open()).toEqual(['W']);
  });
});

describe('Feature: conditions of repeated activities that cannot be decided', () => {
  it.each([
    ['a completion condition', 'user A multi=2 completion="enough"', 'enough', false, ['A']],
    ['a completion condition that holds', 'user A multi=2 completion="enough"', 'enough', true, ['W']],
    ['a sequential one', 'user A multi=2 sequential completion="enough"', 'enough', false, ['A']],
    ['a loop condition', 'user A loop="enough"', 'enough', true, ['A']],
    ['a loop condition that does not hold', 'user A loop="enough"', 'enough', false, ['W']],
    ['a loop condition of the wrong type', 'user A loop="enough + 1"', 'enough', 3, []],
  ])(
    '%s is an incident at the activity as a whole, and a retry decides it',
    async (_, activity, name, value, then) => {
      const stuck = (await given(around(activity))).tell({ complete: 'A' });
      expect(holds(stuck.state)).toContain('A multi condition.undecided');
      const occurrence = Object.entries(stuck.state['open'] as Open).find(([, { incident }]) => incident)![0];
      const retried = stuck.tell({ type: 'retry', occurrence, variables: { [name]: value } });
      expect(retried.open().filter((element) => then.length > 0 || element !== 'A')).toEqual(then);
    },
  );

  it('a condition that warns is not decided, even when it has a value', async () => {
    const scenario = await given(around('user A loop="missing > 5 or true" testBefore'));
    expect(holds(scenario.state)).toEqual(['A multi condition.undecided']);
    expect(scenario.effects).toMatchObject([
      {
        message: {
          en: 'The condition "missing > 5 or true" cannot be decided: data are missing or of the wrong type.',
        },
      },
    ]);
  });
});

describe('Feature: what instances of a repeated activity know and leave', () => {
  it('each knows its number and how many there are, have ended and are still open', async () => {
    const counts = [
      'numberOfInstances',
      'numberOfActiveInstances',
      'numberOfCompletedInstances',
      'numberOfTerminatedInstances',
      'nrOfInstances',
      'nrOfActiveInstances',
      'nrOfCompletedInstances',
      'loopCounter',
    ];
    let scenario = await given(around(`user A multi=3 sequential in="seen := [${counts.join(', ')}]"`));
    const seen = () =>
      (
        Object.values(scenario.state['open'] as Record<string, { variables?: object }>).at(-1)!.variables as {
          seen: number[];
        }
      ).seen;
    expect(seen()).toEqual([3, 1, 0, 0, 3, 1, 0, 1]);
    scenario = scenario.tell({ complete: 'A' });
    expect(seen()).toEqual([3, 1, 1, 0, 3, 1, 1, 2]);
  });

  it('a loop counts the turns begun, as it does not know how many there will be', async () => {
    const scenario = await given(
      around(
        'user A max=3 in="seen := [numberOfInstances, nrOfInstances, numberOfActiveInstances, numberOfCompletedInstances]"',
      ),
    );
    const second = scenario.tell({ complete: 'A' });
    expect(second.effects).toMatchObject([{ input: { seen: [2, 2, 1, 1] } }]);
  });

  it('what an instance answers beside its result becomes data of the process', async () => {
    const scenario = (
      await given(around('user A collection=items element=item results=all result=one'), { items: [1] })
    ).tell({ complete: 'A', output: { one: 'x', item: 'y', other: 'z' } });
    expect(scenario.state.variables).toEqual({ items: [1], all: ['x'], other: 'z' });
  });

  it('results keep the order of the items, and are nothing where none was answered', async () => {
    let scenario = await given(around('user A collection=items element=item results=all result=one'), {
      items: [1, 2, 3],
    });
    const [, second, third] = Object.entries(scenario.state['open'] as Open)
      .filter(([, { role }]) => role === 'task')
      .map(([id]) => id);
    scenario = scenario.tell({ type: 'complete', occurrence: third!, output: { one: 'c' } });
    scenario = scenario.tell({ type: 'complete', occurrence: second! });
    scenario = scenario.tell({ complete: 'A', output: { one: 'a' } });
    expect(scenario.state.variables).toEqual({ items: [1, 2, 3], all: ['a', null, 'c'] });
  });

  it.each([99, -1, 'x', null])('an answer that calls itself number %j does no harm', async (loopCounter) => {
    const scenario = (
      await given(around('user A collection=items element=item results=all result=one'), { items: [1] })
    ).tell({ complete: 'A', output: { one: 'x', loopCounter } });
    expect(scenario.open()).toEqual(['W']);
  });

  it('an instance whose input cannot be worked out is held alone, and a retry begins it', async () => {
    const stuck = await given(around('user A collection=items element=item in="x := item.a + 1"'), {
      items: [{ a: 1 }, {}],
    });
    expect(holds(stuck.state)).toEqual(['A multi', 'A task', 'A ready mapping.failed']);
    const occurrence = Object.entries(stuck.state['open'] as Open).find(([, { incident }]) => incident)![0];
    const retried = stuck.tell({ type: 'retry', occurrence, variables: { item: { a: 2 } } });
    expect(retried.effects).toMatchObject([
      { type: 'incident-resolved' },
      { type: 'open-task', input: { loopCounter: 2, item: { a: 2 }, x: 3 } },
    ]);
  });

  it('an instance that fails ends the activity as a whole', async () => {
    const scenario = (
      await given(around('user A multi=2', 'boundary B on=A error=Bad\nuser H\nB -> H'))
    ).tell({ fail: 'A', code: 'Bad' });
    expect(holds(scenario.state)).toEqual(['H task']);
  });

  it('an instance whose input cannot be worked out can fail', async () => {
    const scenario = await given(
      around('user A multi=2 in="x := lost + 1"', 'boundary B on=A error=Bad\nuser H\nB -> H'),
    );
    const occurrence = Object.entries(scenario.state['open'] as Open).find(
      ([, { incident }]) => incident,
    )![0];
    expect(holds(scenario.tell({ type: 'fail', occurrence, code: 'Bad' }).state)).toEqual(['H task']);
  });
});
