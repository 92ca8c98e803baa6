import { describe, expect, it } from '@jest/globals';
import { previewJump } from '../../engine/index.ts';
import type { Command } from '../../engine/types.ts';
import { given, type Scenario } from '../support/scenario.ts';

type Jump = Omit<Extract<Command, { type: 'jump' }>, 'type'>;

/** Jumps, after holding that the preview says what the jump ends. */
function jump(scenario: Scenario, told: Jump): Scenario {
  const { cancels } = previewJump(scenario.process, scenario.state, told);
  const jumped = scenario.tell({ type: 'jump', ...told });
  const before = Object.entries(scenario.state['open'] as Record<string, { element: string; role: string }>);
  const after = jumped.state['open'] as object;
  expect(cancels).toEqual(
    before
      .filter(([id]) => !Object.hasOwn(after, id))
      .map(([occurrence, { element, role }]) => ({ occurrence, element, role })),
  );
  return jumped;
}

const all = ({ state }: Scenario) =>
  Object.values(state['open'] as Record<string, { element: string; role: string }>).map(
    ({ element, role }) => `${element} ${role}`,
  );

const NESTED = `
  start S
  user A
  subprocess Outer {
    start S1
    subprocess Inner {
      start S2
      user B
      user C
      S2 -> B -> C
    }
    boundary BI on=Inner timer=PT1H
    user D
    S1 -> Inner -> D
    eventsubprocess EO {
      start MO message=MO
      user EA
      MO -> EA
    }
  }
  boundary BO on=Outer message=BO nonInterrupting
  user Z
  S -> A -> Outer -> Z
  BO -> Z
  eventsubprocess EP {
    start MP message=MP
    user EB
    MP -> EB
  }`;

describe('Feature: jumps', () => {
  it('into nested sub-processes opens each around the target, with its boundary events and event sub-processes', async () => {
    const jumped = jump(await given(NESTED), { to: 'C' });
    expect(all(jumped)).toEqual([
      'MP start',
      'Outer scope',
      'BO boundary',
      'MO start',
      'Inner scope',
      'BI boundary',
      'C task',
    ]);
    expect(jumped.tell({ complete: 'C' }).tell({ complete: 'D' }).open()).toEqual(['Z']);
  });

  it('within nested sub-processes keeps them open, with what is armed on them and in them', async () => {
    const inside = (await given(NESTED)).tell({ complete: 'A' });
    const jumped = jump(inside, { to: 'C' });
    expect(all(jumped)).toEqual([
      'MP start',
      'Outer scope',
      'BO boundary',
      'MO start',
      'Inner scope',
      'BI boundary',
      'C task',
    ]);
  });

  it('out of the inner sub-process ends it and keeps the outer', async () => {
    const inside = (await given(NESTED)).tell({ complete: 'A' });
    const jumped = jump(inside, { to: 'D' });
    expect(all(jumped)).toEqual(['MP start', 'Outer scope', 'BO boundary', 'MO start', 'D task']);
    expect(jumped.trace('cancel')).toEqual(['cancel B', 'cancel Inner']);
  });

  it('out of everything keeps what the process itself listens for', async () => {
    const inside = (await given(NESTED)).tell({ complete: 'A' });
    expect(all(jump(inside, { to: 'Z' }))).toEqual(['MP start', 'Z task']);
  });

  it('from one of two parallel steps leaves the other open', async () => {
    const scenario = await given('start S\nand F\nuser A\nuser B\nuser C\nS -> F\nF -> A -> C\nF -> B -> C');
    expect(jump(scenario, { from: ['A'], to: 'C' }).open()).toEqual(['B', 'C']);
    expect(jump(scenario, { from: [scenario.occurrence('B')], to: 'C' }).open()).toEqual(['A', 'C']);
  });

  it('from an event-based gateway ends all that it waited for', async () => {
    const scenario = await given(
      'start S\nand F\nuser W\nrace R\ncatch M message=M\ncatch T timer=PT1H\nuser Z\nS -> F\nF -> W\nF -> R\nR -> M -> Z\nR -> T -> Z',
    );
    const jumped = jump(scenario, { from: ['R'], to: 'Z' });
    expect(all(jumped)).toEqual(['W task', 'Z task']);
    expect(jumped.effects.map(({ type }) => type)).toEqual(['unsubscribe', 'cancel-timer', 'open-task']);
  });

  it('from a compensation ends the handler that is open, and from the handler the compensation', async () => {
    const scenario = (
      await given(
        'start S\nuser A\nboundary C on=A compensate\nuser Undo forCompensation\nundo C Undo\nand F\nuser W\nthrow T compensate\nuser Z\nS -> A -> F\nF -> W\nF -> T -> Z',
      )
    ).tell({ complete: 'A' });
    expect(all(scenario)).toEqual(['W task', 'T undo', 'Undo task']);
    expect(all(jump(scenario, { from: ['T'], to: 'Z' }))).toEqual(['W task', 'Z task']);
    expect(all(jump(scenario, { from: ['Undo'], to: 'Z' }))).toEqual(['W task', 'Z task']);
  });

  it('from the whole of a repeated activity ends its instances', async () => {
    const scenario = await given('start S\nuser A multi=2\nuser Z\nS -> A -> Z');
    const [whole] = Object.keys(scenario.state['open'] as object);
    expect(all(jump(scenario, { from: [whole!], to: 'Z' }))).toEqual(['Z task']);
  });

  it('from one instance of a repeated activity leaves the others, which then end it', async () => {
    const scenario = await given('start S\nuser A multi=3\nuser Z\nend E\nS -> A -> Z -> E');
    const jumped = jump(scenario, { from: [scenario.occurrence('A')], to: 'Z' });
    expect(jumped.open()).toEqual(['A', 'A', 'Z']);
    const done = jumped.tell({ complete: 'A' }).tell({ complete: 'A' });
    expect(done.open()).toEqual(['Z', 'Z']);
  });

  it('from one instance of a repeated activity is counted as ended early', async () => {
    const counts = '[numberOfActiveInstances, numberOfTerminatedInstances, numberOfCompletedInstances]';
    const scenario = await given(
      `start S\nsubprocess A multi=3 {\nstart S1\nuser B\nuser C in="seen := ${counts}"\nS1 -> B -> C\n}\nuser Z\nS -> A -> Z`,
    );
    const jumped = jump(scenario, { from: [scenario.occurrence('B')], to: 'Z' }).tell({ complete: 'B' });
    expect(jumped.effects).toMatchObject([{ type: 'open-task', element: 'C', input: { seen: [2, 1, 0] } }]);
  });

  it.each(['multi=2', 'multi=2 sequential', 'loop="true"'])(
    'from the last instance of an activity with %s leaves the activity as a whole',
    async (repeated) => {
      let scenario = await given(`start S\nuser A ${repeated}\nuser Z\nend E\nS -> A -> Z -> E`);
      const tasks = Object.entries(scenario.state['open'] as Record<string, { role: string }>)
        .filter(([, { role }]) => role === 'task')
        .map(([id]) => id);
      scenario = jump(scenario, { from: tasks, to: 'Z' });
      expect(all(scenario)).toEqual(['Z task']);
      expect(scenario.tell({ complete: 'Z' }).state.status).toBe('completed');
    },
  );

  it('from the last step of a sub-process ends it too, and those around it in which nothing is left', async () => {
    const inside = (await given(NESTED)).tell({ complete: 'A' });
    const jumped = jump(inside, { from: ['B'], to: 'Z' });
    expect(all(jumped)).toEqual(['MP start', 'Z task']);
    expect(jumped.trace('cancel')).toEqual(['cancel B', 'cancel Inner', 'cancel Outer']);
    expect(jumped.tell({ complete: 'Z' }).state.status).toBe('completed');
  });

  it('from one of two steps of a sub-process leaves it open for the other', async () => {
    const scenario = await given(
      'start S\nsubprocess Sub {\nstart S2\nand F\nuser A\nrace R\ncatch M message=M\ncatch N message=N\nS2 -> F\nF -> A\nF -> R\nR -> M\nR -> N\n}\nuser Z\nS -> Sub -> Z',
    );
    expect(all(jump(scenario, { from: ['R'], to: 'Z' }))).toEqual(['Sub scope', 'A task', 'Z task']);
    const one = jump(scenario, { from: ['A'], to: 'Z' });
    expect(all(one)).toEqual(['Sub scope', 'R race', 'M arm', 'N arm', 'Z task']);
    expect(all(jump(one, { from: ['R'], to: 'Z' }))).toEqual(['Z task', 'Z task']);
  });

  it('from all the events of a race ends the race, and from one of them leaves the others', async () => {
    const scenario = await given(
      'start S\nrace R\ncatch M message=M\ncatch N message=N\nuser Z\nS -> R\nR -> M\nR -> N',
    );
    expect(all(jump(scenario, { from: ['M'], to: 'Z' }))).toEqual(['R race', 'N arm', 'Z task']);
    expect(all(jump(scenario, { from: ['M', 'N'], to: 'Z' }))).toEqual(['Z task']);
  });

  it('to a join counts as a token of no flow', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nuser B\nor J\nuser Z\nS -> F\nF -> A -> J\nF -> B -> J\nJ -> Z',
    );
    const jumped = jump(scenario, { from: ['A'], to: 'J' });
    expect(jumped.open()).toEqual(['B']);
    expect(jumped.tell({ complete: 'B' }).open()).toEqual(['Z']);
  });
});
