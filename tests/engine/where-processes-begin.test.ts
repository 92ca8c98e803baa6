import { describe, expect, it } from '@jest/globals';
import { compileProcess, startProcess } from '../../engine/index.ts';
import type { StartOptions, Step, Variables } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

async function started(xml: string, input: Variables = {}, options: StartOptions = {}) {
  const { process, diagnostics } = await compileProcess(xml, { isCallable: () => true });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { process: process!, ...startProcess(process!, input, AT, options) };
}

const openElements = ({ state }: Step) =>
  Object.values(state['open'] as Record<string, { element: string; role: string }>).map(
    ({ element, role }) => `${element} ${role}`,
  );
const trace = ({ events }: Step) => events.map(({ type, element }) => `${type} ${element}`);

describe('Feature: where a process begins', () => {
  it('at the first of several plain starts', async () => {
    const step = await started(buildProcess('start S\nstart T\nuser A\nuser B\nS -> A\nT -> B'));
    expect(openElements(step)).toEqual(['A task']);
  });

  it('at the first plain start of a sub-process', async () => {
    const step = await started(
      buildProcess(
        'start S\nsubprocess Sub {\nstart T\nstart U\nuser A\nuser B\nT -> A\nU -> B\n}\nS -> Sub',
      ),
    );
    expect(openElements(step)).toEqual(['Sub scope', 'A task']);
  });

  it('at every first step of a sub-process without a start', async () => {
    const step = await started(
      buildProcess('start S\nsubprocess Sub {\nuser A\nuser B\nuser C\nA -> C\n}\nS -> Sub'),
    );
    expect(openElements(step)).toEqual(['Sub scope', 'A task', 'B task']);
  });

  it('at its first triggered start, when it has no other and none is named', async () => {
    const step = await started(
      buildProcess('start S message=M out="x := answer"\nstart T signal=N\nuser A\nuser B\nS -> A\nT -> B'),
      {},
      { payload: { answer: 5 } },
    );
    expect(trace(step)).toEqual(['enter S', 'catch S', 'leave S', 'take S_to_A', 'enter A', 'wait A']);
    expect(step.state.variables).toEqual({ x: 5 });
  });

  it('at the start that is named, with what its event carries', async () => {
    const xml = buildProcess(
      'start S\nstart T message=N\nstart U timer=PT1H\nuser A\nS -> A\nT -> A\nU -> A',
    );
    const step = await started(xml, { a: 1 }, { start: 'T', payload: { b: 2 } });
    expect(step.events.slice(0, 3)).toEqual([
      { at: AT, type: 'enter', element: 'T' },
      { at: AT, type: 'catch', element: 'T', kind: 'message' },
      { at: AT, type: 'leave', element: 'T' },
    ]);
    expect(step.state.variables).toEqual({ a: 1, b: 2 });
    const timed = await started(xml, {}, { start: 'U' });
    expect(timed.events.slice(0, 2)).toEqual([
      { at: AT, type: 'enter', element: 'U' },
      { at: AT, type: 'timer', element: 'U' },
    ]);
    const plain = await started(xml, {}, { start: 'S' });
    expect(trace(plain)).toEqual(['enter S', 'leave S', 'take S_to_A', 'enter A', 'wait A']);
  });

  it('nowhere that starts nothing', async () => {
    const xml = buildProcess('start S\nuser A\nS -> A');
    await expect(started(xml, {}, { start: 'A' })).rejects.toThrow('A starts nothing in P');
  });

  it('at a receive task, which is done with what its message carries', async () => {
    const step = await started(
      buildProcess('receive R message=M instantiate=true out="x := answer"\nuser A\nR -> A'),
      {},
      { start: 'R', payload: { answer: 5 } },
    );
    expect(trace(step)).toEqual([
      'enter R',
      'catch R',
      'complete R',
      'leave R',
      'take R_to_A',
      'enter A',
      'wait A',
    ]);
    expect(step.state).toMatchObject({ variables: { answer: 5, x: 5 }, open: { 2: { element: 'A' } } });
  });

  it.each([
    ['Exclusive', ['A task']],
    ['Parallel', ['N catch', 'A task']],
  ])('at an event behind an %s gateway that begins an instance', async (type, open) => {
    const step = await started(
      buildProcess(
        `race R instantiate=true gateway=${type}\ncatch M message=M\ncatch N message=N\nuser A\nuser B\nR -> M -> A\nR -> N -> B`,
      ),
      {},
      { start: 'M' },
    );
    expect(openElements(step)).toEqual(open);
    expect(trace(step).slice(0, 5)).toEqual(['enter R', 'leave R', 'take R_to_M', 'enter M', 'catch M']);
  });
});

describe('Feature: events and the events after them', () => {
  it('an event behind a gateway says what came and how', async () => {
    const scenario = await given(
      'start S\nrace R\nreceive M message=M\ncatch T timer=PT1H\nuser A\nS -> R\nR -> M -> A\nR -> T -> A',
    );
    const told = scenario.tell({ message: 'M', payload: { x: 1 } });
    expect(told.state.variables).toEqual({ x: 1 });
    expect(scenario.tell({ fire: 'T' }).open()).toEqual(['A']);
  });

  it('an event that needs all its triggers goes on with the last', async () => {
    const scenario = await given(
      'start S\ncatch C message=M timer=PT1H parallelMultiple=true\nuser A\nS -> C -> A',
    );
    const one = scenario.tell({ message: 'M', payload: { x: 1 } });
    expect(one.open()).toEqual(['C']);
    expect(one.tell({ fire: 'C' }).open()).toEqual(['A']);
    const other = scenario.tell({ type: 'fire-timer', occurrence: '3' });
    expect(other.tell({ message: 'M' }).open()).toEqual(['A']);
  });

  it('a start that does not interrupt goes off as often as its event comes', async () => {
    const scenario = await given(
      'start S\nuser A\nS -> A\neventsubprocess E {\nstart T cycle=R2/PT1H nonInterrupting\nuser H\nT -> H\n}\neventsubprocess F {\nstart M message=M nonInterrupting\nuser G\nM -> G\n}',
    );
    const once = scenario.tell({ fire: 'T' }).tell({ message: 'M' });
    expect(once.open()).toEqual(['A', 'H', 'G']);
    const twice = once.tell({ fire: 'T' }).tell({ message: 'M' });
    expect(twice.open()).toEqual(['A', 'H', 'G', 'H', 'G']);
    expect(() => twice.tell({ fire: 'T' })).toThrow('T is not open');
  });
});
