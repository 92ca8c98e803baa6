import { describe, expect, it } from '@jest/globals';
import { given } from '../support/scenario.ts';

describe('Feature: what is thrown is thrown once all other tokens rest', () => {
  it('a process does not end before', async () => {
    const scenario = await given(
      'start S\nand F\nend E\nthrow T signal=Bell\nuser W\nS -> F\nF -> E\nF -> T -> W',
    );
    expect(scenario.open()).toEqual(['W']);
  });

  it('nor does a sub-process, nor a process for a throw in another scope', async () => {
    const scenario = await given(
      'start S\nand G\nend E\nsubprocess Sub {\nstart S1\nand F\nend E1\nthrow T signal=Bell\nend X message=M\nS1 -> F\nF -> E1\nF -> T -> X\n}\nuser W\nS -> G\nG -> E\nG -> Sub -> W',
    );
    expect(scenario.open()).toEqual(['W']);
    expect(scenario.trace('throw', 'complete')).toEqual(['throw T', 'throw X', 'complete Sub']);
  });

  it('another scope ends before, when nothing is left in it', async () => {
    const scenario = await given(
      'start S\nand F\nthrow T signal=Bell\nsubprocess Sub {\nstart S1\nend E1\nS1 -> E1\n}\nuser W\nS -> F\nF -> T -> W\nF -> Sub -> W',
    );
    expect(scenario.trace('throw', 'complete')).toEqual(['complete Sub', 'throw T']);
  });

  it('an inclusive join in one instance of a sub-process does not wait for a throw in another', async () => {
    const scenario = await given(
      'start S\nsubprocess Sub multi=2 {\nstart S1\nor F\nthrow T signal=Bell\nxor Pass\nor J\nuser W\nS1 -> F\nF -> T : loopCounter = 2\nF -> Pass\nT -> J\nPass -> J\nJ -> W\n}\nS -> Sub',
    );
    expect(scenario.open()).toEqual(['W', 'W']);
    expect(scenario.trace('throw', 'wait')).toEqual(['wait W', 'throw T', 'wait W']);
  });

  it('an inclusive join waits for it', async () => {
    const scenario = await given(
      'start S\nor F\nthrow T signal=Bell\nxor Pass\nor J\nuser W\nend E\nS -> F\nF -> T -> J\nF -> Pass -> J\nJ -> W -> E',
    );
    expect(scenario.open()).toEqual(['W']);
    expect(scenario.tell({ complete: 'W' }).state.status).toBe('completed');
  });

  it('an inclusive join does not wait for one in another scope', async () => {
    const scenario = await given(
      'start S\nand F\nsubprocess Sub {\nstart S1\nthrow T signal=Bell\nuser I\nS1 -> T -> I\n}\nuser A\nuser B\nor G\nor J\nuser W\nS -> F\nF -> Sub\nF -> G\nG -> A -> J\nG -> B -> J\nJ -> W',
    );
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['I', 'W']);
  });

  it.each([
    ['a terminate end', 'end X terminate', 'completed'],
    ['an error end that is caught', 'end X error=Bad', 'running'],
  ])('%s takes away what is yet to be thrown in its scope, and there alone', async (_, end) => {
    const scenario = await given(`
      start S
      and G
      throw Other signal=Ring
      user Beside
      subprocess Sub {
        start S1
        and F
        user A
        and H
        ${end}
        throw T signal=Bell
        user Never
        S1 -> F
        F -> A -> H
        H -> X
        H -> T -> Never
      }
      boundary B on=Sub error
      user After
      S -> G
      G -> Sub -> After
      G -> Other -> Beside
      B -> After`);
    const ended = scenario.tell({ complete: 'A' });
    expect(ended.open()).toEqual(['Beside', 'After']);
    expect(ended.events.flatMap((event) => (event.type === 'throw' ? [event.element] : []))).not.toContain(
      'T',
    );
  });

  it('a terminate end takes away what moves in its scope, and what moves outside goes on', async () => {
    const scenario = await given(`
      start S
      and G
      xor P1
      xor P2
      xor P3
      xor P4
      xor P5
      xor P6
      xor P7
      user Beside
      subprocess Sub {
        start S1
        and F
        end X terminate
        xor Q1
        xor Q2
        user Never
        S1 -> F
        F -> X
        F -> Q1 -> Q2 -> Never
      }
      user After
      S -> G
      G -> Sub -> After
      G -> P1 -> P2 -> P3 -> P4 -> P5 -> P6 -> P7 -> Beside`);
    expect(scenario.trace('enter')).not.toContain('enter Never');
    expect(scenario.open()).toEqual(['Beside', 'After']);
  });

  it('an event that interrupts the process takes away what moves in it, and not what is to be begun beside', async () => {
    const scenario = await given(
      'start S\nand F\nuser A\nxor Pass\nuser W\nS -> F\nF -> A -> W\nF -> Pass\neventsubprocess E {\nstart T condition="n > 1"\nuser H\nT -> H\n}\nuser V\nPass -> V',
    );
    const interrupted = scenario.tell({ complete: 'A', output: { n: 2 } });
    expect(interrupted.open()).toEqual(['H']);
    expect(interrupted.tell({ complete: 'H' }).state.status).toBe('completed');
  });
});

describe('Feature: what an inclusive join waits for', () => {
  const joined = (branch: string) =>
    `start S\nor F\nuser A\nuser B\nor J\nuser W\n${branch}\nS -> F\nF -> A\nF -> B -> J\nJ -> W`;

  it('not for an event armed on an activity that leads where a token is already', async () => {
    const scenario = await given(
      `start S\nand F\nuser A\nboundary T on=A timer=PT1H\nuser B\nuser Side\nxor M\nor J\nuser W\nS -> F\nF -> A -> M -> J\nF -> B -> M\nT -> Side -> J\nJ -> W`,
    );
    const one = scenario.tell({ complete: 'B' });
    expect(one.open()).toEqual(['A', 'W']);
  });

  it('not for the events of a race of which another leads where a token is already', async () => {
    const scenario = await given(
      'start S\nand F\nrace R\ncatch C1 message=M1\ncatch C2 message=M2\nuser B\nxor M\nor J\nuser W\nS -> F\nF -> R\nR -> C1 -> M -> J\nR -> C2 -> J\nF -> B -> M\nJ -> W',
    );
    expect(scenario.tell({ complete: 'B' }).open()).toContain('W');
  });

  it('for the token of a boundary event once it has gone off', async () => {
    const scenario = await given(
      joined('boundary T on=A timer=PT1H nonInterrupting\nuser Side\nend E\nA -> E\nT -> Side -> J'),
    );
    const fired = scenario.tell({ fire: 'T' }).tell({ complete: 'B' });
    expect(fired.open()).toEqual(['A', 'Side']);
    expect(fired.tell({ complete: 'Side' }).open()).toEqual(['A', 'W']);
  });

  it('not for a compensation that runs beside', async () => {
    const scenario = await given(
      'start S\nuser A\nboundary C on=A compensate\nuser Undo forCompensation\nundo C Undo\nor F\nthrow T compensate=A\nuser B\nor J\nuser W\nS -> A -> F\nF -> T -> J\nF -> B -> J\nJ -> W',
    );
    const undoing = scenario.tell({ complete: 'A' });
    expect(undoing.open()).toEqual(['B', 'Undo']);
    expect(undoing.tell({ complete: 'B' }).open()).toEqual(['Undo']);
    expect(undoing.tell({ complete: 'B' }).tell({ complete: 'Undo' }).open()).toEqual(['W']);
  });

  it('and when it cannot leave, it is held and waits for nothing more', async () => {
    const scenario = await given(
      'start S\nor F\nuser A\nuser B\nor J\nuser W\nand G\nuser Beside\nS -> G\nG -> F\nG -> Beside\nF -> A -> J\nF -> B -> J\nJ -> W : ready',
    );
    const stuck = scenario.tell({ complete: 'A' }).tell({ complete: 'B' });
    expect(stuck.open()).toEqual(['Beside', 'J']);
    expect(stuck.tell({ complete: 'Beside' }).open()).toEqual(['J']);
    const retried = stuck.tell({
      type: 'retry',
      occurrence: stuck.occurrence('J'),
      variables: { ready: true },
    });
    expect(retried.open()).toEqual(['Beside', 'W']);
  });
});
