import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

const undoable = (id: string) => `
  service ${id}
  user Undo${id} forCompensation
  boundary C${id} on=${id} compensate
  undo C${id} Undo${id}`;

describe('Feature: compensation', () => {
  it('Given two completed activities, when compensation is thrown, then they are undone in reverse order, one after the other', async () => {
    let scenario = await given(`
      start S
      ${undoable('A')}
      ${undoable('B')}
      throw T compensate
      user After
      S -> A -> B -> T -> After`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['UndoB']);
    scenario = scenario.tell({ complete: 'UndoB' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).open()).toEqual(['After']);
  });

  it('Given an activity that did not complete, then it is not undone', async () => {
    const scenario = await given(`
      start S
      and F
      ${undoable('A')}
      ${undoable('B')}
      throw T compensate
      end E
      S -> F
      F -> A -> T -> E
      F -> B`);
    expect(scenario.tell({ complete: 'A' }).open()).toEqual(['B', 'UndoA']);
  });

  it('Given a named activity, then only that is undone', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      ${undoable('B')}
      end E compensate=A
      S -> A -> B -> E`)
    )
      .tell({ complete: 'A' })
      .tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).state.status).toBe('completed');
  });

  it('Given an activity that ran several times, then each run is undone', async () => {
    let scenario = await given(`
      start S
      service A multi=2
      user UndoA forCompensation
      boundary CA on=A compensate
      undo CA UndoA
      end E compensate
      S -> A -> E`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'A' });
    expect(scenario.open()).toEqual(['UndoA']);
    scenario = scenario.tell({ complete: 'UndoA' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).state.status).toBe('completed');
  });

  it('Given a completed sub-process without a handler of its own, then what it did inside is undone in reverse', async () => {
    let scenario = await given(`
      start S
      subprocess Sub {
        start S2
        ${undoable('A')}
        ${undoable('B')}
        S2 -> A -> B
      }
      end E compensate
      S -> Sub -> E`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(scenario.open()).toEqual(['UndoB']);
    scenario = scenario.tell({ complete: 'UndoB' }).tell({ complete: 'UndoA' });
    expect(scenario.state.status).toBe('completed');
  });

  it('Given a compensation event sub-process, then it runs instead, and can undo the rest itself', async () => {
    let scenario = await given(`
      start S
      subprocess Sub {
        start S2
        ${undoable('A')}
        S2 -> A
        eventsubprocess Undo {
          start T compensate
          user Apologise
          throw Rest compensate
          end Done
          T -> Apologise -> Rest -> Done
        }
      }
      user Later
      end E compensate=Sub
      S -> Sub -> Later -> E`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'Later' });
    expect(scenario.open()).toEqual(['Apologise']);
    scenario = scenario.tell({ complete: 'Apologise' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).state.status).toBe('completed');
  });

  it('Given an error is handled in an event sub-process, then it can undo what the scope completed', async () => {
    const scenario = (
      await given(`
      start S
      ${undoable('A')}
      user Work
      end E
      S -> A -> Work -> E
      eventsubprocess Event {
        start T error=Broken
        throw Back compensate
        end H
        T -> Back -> H
      }`)
    )
      .tell({ complete: 'A' })
      .tell({ fail: 'Work', code: 'Broken' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.tell({ complete: 'UndoA' }).state.status).toBe('completed');
  });
});

describe('Feature: transaction', () => {
  it('When it is cancelled, then what runs stops, what is done is undone, and its cancel boundary goes on', async () => {
    let scenario = await given(`
      start S
      transaction Tx {
        start S2
        and F
        ${undoable('A')}
        user Slow
        user Decide
        end X cancel
        S2 -> F
        F -> A -> Decide -> X
        F -> Slow
      }
      boundary C on=Tx cancel
      user Ok
      user Cancelled
      S -> Tx -> Ok
      C -> Cancelled`);
    scenario = scenario.tell({ complete: 'A' }).tell({ complete: 'Decide' });
    expect(scenario.open()).toEqual(['UndoA']);
    expect(scenario.trace('cancel')).toEqual(['cancel Slow']);
    expect(scenario.tell({ complete: 'UndoA' }).open()).toEqual(['Cancelled']);
  });
});
