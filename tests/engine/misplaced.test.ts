import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';
import { buildFile } from '../support/build-process.ts';
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

  it.each([
    ['Converging', 'S -> G -> A\nG -> B', true],
    ['Diverging', 'S -> A -> G -> B\nS -> G', true],
    ['Mixed', 'S -> G -> A\nG -> B', true],
    ['Diverging', 'S -> G -> A\nG -> B', false],
    ['Converging', 'S -> A -> G -> B\nS -> G', false],
    ['Mixed', 'S -> A -> G -> B\nS -> G -> C', false],
    ['Unspecified', 'S -> A -> G -> B\nG -> C', false],
  ])('may be a gateway that is said to be %s: %s', async (direction, flows, isFound) => {
    const found = await findingsOf(`start S\nand G direction=${direction}\ntask A\ntask B\ntask C\n${flows}`);
    expect(found.includes('warning gateway.direction G')).toBe(isFound);
  });

  it('is a second way to an event behind an event-based gateway', async () => {
    const drawing = `start S
      race R
      catch X signal=x
      catch Y signal=y
      task A
      S -> R -> X -> A
      R -> Y -> X`;
    expect(await findingsOf(drawing)).toEqual(['warning gateway.race-shared R']);
  });

  it('is a condition on a flow out of an event, which is looked at all the same', async () => {
    const drawing = 'start S\ntask A\nS -a-> A : big';
    expect(await findingsOf(drawing)).toEqual(['warning flow.condition-at-event a']);
  });

  it('is a message flow that stays in one pool', async () => {
    const two = { P: 'start S\ntask A\ntask B\nS -> A -> B', Q: 'start T\ntask C\nT -> C' };
    const xml = buildFile(two, ['A -> C', 'A -> B', 'pool_P -> B', 'pool_Q -> pool_P']);
    const { diagnostics } = await compileProcess(xml);
    const found = diagnostics.filter(({ code }) => code === 'message-flow.same-pool');
    expect(found.map(({ element }) => element)).toEqual(['mf1', 'mf2']);
  });
});
