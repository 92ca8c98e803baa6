import { describe, expect, it } from '@jest/globals';
import { given, type Scenario } from '../support/scenario.ts';

const undoable = (id: string) => `
  user ${id}
  boundary C${id} on=${id} compensate
  user Undo${id} forCompensation
  undo C${id} Undo${id}`;

type Open = Record<string, { element: string; role: string; variables?: object }>;
const variablesOf = ({ state }: Scenario, element: string) =>
  Object.values(state['open'] as Open).find((each) => each.element === element)?.variables;

describe('Feature: compensation in nested scopes', () => {
  it('an event in a sub-process undoes an activity that the process has completed', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      ${undoable('B')}
      subprocess Sub {
        start S1
        user D
        throw T compensate=A
        user After
        S1 -> D -> T -> After
      }
      S -> A -> B -> Sub`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'B' })
      .tell({ complete: 'D' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).open()).toEqual(['After']);
  });

  it('the nearest scope that remembers the activity is the one that undoes it', async () => {
    const scenario = (
      await given(`
      start S
      subprocess Outer {
        start S1
        ${undoable('A')}
        subprocess Sub {
          start S2
          user D
          end X compensate=A
          S2 -> D -> X
        }
        S1 -> A -> Sub
      }
      user After
      S -> Outer -> After`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'D' });
    expect(scenario.open()).toEqual(['UndoA']);
    const undone = scenario.tell({ complete: 'UndoA' });
    expect(undone.open()).toEqual(['After']);
    expect(undone.trace('complete').slice(-3)).toEqual(['complete UndoA', 'complete Sub', 'complete Outer']);
  });

  it('a scope that remembers only others is passed by', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      subprocess Sub {
        start S1
        ${undoable('B')}
        throw T compensate=A
        user After
        S1 -> B -> T -> After
      }
      S -> A -> Sub`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['UndoA']);
  });

  it('a sub-process that has completed nothing undoes nothing of what is around it', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      subprocess Sub {
        start S1
        throw T compensate
        user After
        S1 -> T -> After
      }
      S -> A -> Sub`)
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['After']);
  });

  it('nor does a compensation event sub-process whose sub-process has completed nothing', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      subprocess Sub {
        start S1
        user Plain
        S1 -> Plain
        eventsubprocess Undo {
          start T compensate
          throw Rest compensate
          user Last
          T -> Rest -> Last
        }
      }
      throw Back compensate=Sub
      user After
      S -> A -> Sub -> Back -> After`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'Plain' });
    expect(scenario.open()).toEqual(['Last']);
    expect(scenario.tell({ complete: 'Last' }).open()).toEqual(['After']);
  });

  it('an activity that nobody has completed is not undone, and the token goes on', async () => {
    const scenario = await given(`
      start S
      throw T compensate=A
      user After
      xor X default=no
      ${undoable('A')}
      S -> X
      X -no-> T -> After
      X -> A : 1 > 2`);
    expect(scenario.open()).toEqual(['After']);
  });

  it('the end of a sub-process that undoes what it did leaves its own way when that is undone', async () => {
    const scenario = (
      await given(`
      start S
      subprocess Sub {
        start S1
        ${undoable('A')}
        end X compensate
        S1 -> A -> X
      }
      user After
      S -> Sub -> After`)
    ).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).open()).toEqual(['After']);
  });

  it('what a handler did within itself is not undone in turn', async () => {
    let scenario = await given(`
      start S
      user A
      boundary CA on=A compensate
      subprocess Handler forCompensation {
        start S1
        ${undoable('B')}
        S1 -> B
      }
      undo CA Handler
      throw T compensate
      user Between
      throw Again compensate
      user After
      S -> A -> T -> Between -> Again -> After`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).tell({ complete: 'Between' });
    expect(scenario.open()).toEqual(['After']);
  });

  it('a handler of a sub-process sees its data as they were when it was done', async () => {
    const scenario = (
      await given(
        `
      start S
      subprocess Sub in="amount := paid" {
        start S1
        user A
        S1 -> A
      }
      boundary C on=Sub compensate
      user Undo forCompensation
      undo C Undo
      user Later
      end X compensate
      S -> Sub -> Later -> X`,
        { paid: 5 },
      )
    )
      .tell({ complete: 'A', output: { amount: 7, paid: 9 } })
      .tell({ complete: 'Later', output: { amount: 8 } });
    expect(variablesOf(scenario, 'Undo')).toEqual({ amount: 7 });
    expect(scenario.tell({ complete: 'Undo' }).state).toMatchObject({
      status: 'completed',
      variables: { paid: 9, amount: 8 },
    });
  });

  it('a handler of an activity without data of its own has none', async () => {
    const scenario = (await given(`start S\n${undoable('A')}\nend X compensate\nS -> A -> X`)).tell({
      complete: 'A',
    });
    expect(variablesOf(scenario, 'UndoA')).toBeUndefined();
  });

  it('a compensation event sub-process sees the data of its sub-process, whose start need not be drawn first', async () => {
    const scenario = (
      await given(
        `
      start S
      subprocess Sub in="amount := paid" {
        eventsubprocess Undo {
          user Back
          start T compensate
          T -> Back
        }
        start S1
        user A
        S1 -> A
      }
      throw T1 compensate=Sub
      user After
      S -> Sub -> T1 -> After`,
        { paid: 5 },
      )
    ).tell({ complete: 'A', output: { amount: 6 } });
    expect(scenario.open()).toEqual(['Back']);
    expect(variablesOf(scenario, 'Undo')).toEqual({ amount: 6 });
    const done = scenario.tell({ complete: 'Back' });
    expect(done.open()).toEqual(['After']);
    expect(done.trace('complete')).toEqual(['complete A', 'complete Sub', 'complete Back', 'complete Undo']);
  });

  it('an event sub-process that handles a message undoes what its scope has completed, not less when it completed nothing', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      user W
      S -> A -> W
      eventsubprocess E {
        start T message=M nonInterrupting
        ${undoable('B')}
        throw X compensate
        user After
        xor Way default=no
        T -> Way
        Way -no-> X
        Way -> B : doFirst = true
        B -> X
        X -> After
      }`)
    ).tell({ complete: 'A' });
    const without = scenario.tell({ message: 'M', payload: { doFirst: false } });
    expect(without.open()).toEqual(['W', 'UndoA']);
    expect(without.tell({ complete: 'UndoA' }).open()).toEqual(['W', 'After']);
    const within = scenario.tell({ message: 'M', payload: { doFirst: true } }).tell({ complete: 'B' });
    expect(within.open()).toEqual(['W', 'UndoB']);
  });

  it('records each completion once, oldest first, with what was done inside', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      subprocess Sub {
        start S1
        ${undoable('B')}
        user Plain
        S1 -> B -> Plain
      }
      user W
      S -> A -> Sub -> W`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'B' })
      .tell({ complete: 'Plain' });
    expect(scenario.state['done']).toStrictEqual([
      { element: 'A' },
      { element: 'Sub', inner: [{ element: 'B' }] },
    ]);
  });
});
