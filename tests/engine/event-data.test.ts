import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const variablesOf = async (xml: string, plan: Plan = {}) => {
  const { result } = await keepTraced(xml, plan);
  return { state: result.state, ...result.variables };
};

describe('Feature: data of events', () => {
  it('Given output mappings of a start event, then they are worked out as it starts', async () => {
    const xml = buildProcess('start S out="total:=amount * 2"\nend E\nS -> E');
    expect(await variablesOf(xml, { input: { amount: 3 } })).toEqual({
      state: 'completed',
      amount: 3,
      total: 6,
    });
  });

  it.each([
    ['a message start', 'start S message=m out="reply:=answer"\nend E\nS -> E'],
    ['a catch event', 'start S\ncatch C message=m out="reply:=answer"\nend E\nS -> C -> E'],
    [
      'an event behind an event-based gateway',
      'start S\nrace G\ncatch C message=m out="reply:=answer"\ncatch D timer=PT1H\nend E\nS -> G\nG -> C -> E\nG -> D -> E',
    ],
    [
      'a boundary event',
      'start S\nuser A\nboundary B on=A message=m out="reply:=answer"\nend E\nS -> A -> E\nB -> E',
    ],
    [
      'an event sub-process',
      'start S\nuser A\nS -> A\neventsubprocess H {\nstart h message=m out="reply:=answer"\nend e\nh -> e\n}',
    ],
  ])('Given %s with an output mapping, then only what it names is kept', async (_, drawing) => {
    const steps = [{ message: 'm', payload: { answer: 42, other: 'x' } }];
    expect(await variablesOf(buildProcess(drawing), { steps })).toEqual({ state: 'completed', reply: 42 });
  });

  it('Given an event without mappings, then all that it brings is kept', async () => {
    const xml = buildProcess('start S\ncatch C message=m\nS -> C');
    const steps = [{ message: 'm', payload: { answer: 42 } }];
    expect(await variablesOf(xml, { steps })).toEqual({ state: 'completed', answer: 42 });
  });

  it('Given a mapping that comes to nothing, then its target is there and empty', async () => {
    const xml = buildProcess('start S\ncatch C message=m out="reply:=missing"\nS -> C');
    expect(await variablesOf(xml, { steps: [{ message: 'm' }] })).toEqual({
      state: 'completed',
      reply: null,
    });
  });

  it('Given input mappings of a throwing event, then they are what the message carries to another process', async () => {
    const xml = buildFile({
      P: 'start S\nthrow T message=m in="about:=x + 1"\nS -> T',
      Q: 'start s message=m\nend e\ns -> e',
    });
    expect(await variablesOf(xml, { input: { x: 1 } })).toEqual({ state: 'completed', x: 1, about: 2 });
  });

  it("Given the standard's data associations, then the item travels under the names of both sides", async () => {
    const sent =
      '<dataInput id="sent"/><dataInputAssociation><sourceRef>paper</sourceRef><targetRef>sent</targetRef></dataInputAssociation><inputSet><dataInputRefs>sent</dataInputRefs></inputSet>';
    const got =
      '<dataOutput id="got"/><dataOutputAssociation><sourceRef>got</sourceRef><targetRef>copy</targetRef></dataOutputAssociation><outputSet><dataOutputRefs>got</dataOutputRefs></outputSet>';
    const xml = buildFile({
      P: 'data paper\nstart S\nthrow T message=m\nS -> T',
      Q: 'data copy\nstart s\ncatch C message=m\ns -> C',
    })
      .replace(/(<intermediateThrowEvent id="T">)/, `$1${sent}`)
      .replace(/(<intermediateCatchEvent id="C">)/, `$1${got}`);
    const traced = await variablesOf(xml, { input: { paper: 'đơn' } });
    expect(traced).toMatchObject({ state: 'completed', copy: 'đơn' });
  });
});
