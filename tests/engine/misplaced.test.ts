import { describe, expect, it } from '@jest/globals';
import { findingsOf } from '../support/scenario.ts';

const undone = (rest: string) => `start S
  task A
  boundary C on=A compensate
  task U forCompensation
  undo C U
  end E compensate
  S -> A -> E
  ${rest}`;

describe('what is drawn where it plays no part', () => {
  it('is nothing in a compensation as the standard draws it', async () => {
    expect(await findingsOf(undone(''))).toEqual([]);
  });

  it('is a compensation activity in the normal flow', async () => {
    expect(await findingsOf(undone('S -> U'))).toEqual(['error compensation.in-flow U']);
  });

  it('is a flow out of a compensation activity, which is never taken', async () => {
    expect(await findingsOf(undone('U -> E'))).toEqual(['warning flow.not-taken U']);
  });

  it('is a second compensation activity', async () => {
    const second = 'boundary D on=A compensate\ntask V forCompensation\nundo D V';
    expect(await findingsOf(undone(second))).toEqual(['error compensation.several-handlers A']);
  });

  it('is a flow out of a throwing link event', async () => {
    const drawing = 'start S\nthrow L link=x\ncatch M link=x\nend E\nS -> L\nL -> E\nM -> E';
    expect(await findingsOf(drawing)).toEqual(['warning flow.not-taken L']);
  });

  it('is a condition behind a parallel or event-based gateway', async () => {
    const drawing = `start S
      and G
      race R
      task A
      catch X signal=x
      catch Y signal=y
      S -> G
      G -> R
      G -a-> A : big
      R -x-> X : big
      R -> Y`;
    expect(await findingsOf(drawing)).toEqual([
      'warning flow.condition-ignored a',
      'warning flow.condition-ignored x',
    ]);
  });
});
