import { describe, expect, it } from '@jest/globals';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';
import { findingsOf, given } from '../support/scenario.ts';

const triggered = (trigger: string) => `
  start S ${trigger}
  user Work
  end E
  S -> Work -> E`;

describe('Feature: start event', () => {
  it('Given a plain start, then the instance begins there with its input', async () => {
    const scenario = await given(triggered(''), { a: 1 });
    expect(scenario.open()).toEqual(['Work']);
    expect(scenario.state).toMatchObject({ format: 1, status: 'running', variables: { a: 1 } });
  });

  it.each([
    ['message=Ask', { message: 'Ask', payload: { from: 'x' } }],
    ['signal=Go', { signal: 'Go', payload: { from: 'x' } }],
  ])(
    'Given a %s start, when it happens, then an instance begins with what it carries',
    async (trigger, step) => {
      const xml = buildProcess(triggered(trigger));
      const armed = await keepTraced(xml);
      expect(armed.result).toMatchObject({ state: 'waiting', open: ['S'] });
      const started = await keepTraced(xml, { steps: [step] });
      expect(started.result).toMatchObject({ state: 'waiting', open: ['Work'], variables: { from: 'x' } });
    },
  );

  it('Given a timer start, when its time comes, then an instance begins', async () => {
    const xml = buildProcess(triggered('cycle=R2/PT1H'));
    const { result, events } = await keepTraced(xml, { steps: [{ advance: 'PT10H' }] });
    expect(result.open).toEqual(['Work']);
    expect(events.filter((event) => event.type === 'timer').map((event) => event.at)).toEqual([
      '2026-01-05T01:00:00.000Z',
      '2026-01-05T02:00:00.000Z',
    ]);
  });

  it('Given a conditional start, then an instance begins when the condition holds', async () => {
    const xml = buildProcess(triggered('condition="urgent = true"'));
    expect((await keepTraced(xml, { input: { urgent: true } })).result.open).toEqual(['Work']);
    expect((await keepTraced(xml, { input: { urgent: false } })).result.open).toEqual(['S']);
  });

  it('Given several start events, then one can be named', async () => {
    const drawing = `
      start Counter
      start Online message=Online
      user A
      user B
      end E
      Counter -> A -> E
      Online -> B -> E`;
    expect((await given(drawing)).open()).toEqual(['A']);
    expect((await given(drawing, {}, { start: 'Online' })).open()).toEqual(['B']);
    await expect(given(drawing, {}, { start: 'A' })).rejects.toMatchObject({ code: 'unknown-element' });
  });

  it('Given no start event, then every step that nothing leads to begins', async () => {
    const scenario = await given(`
      user A
      user B
      and J
      user C
      A -> J
      B -> J
      J -> C`);
    expect(scenario.open()).toEqual(['A', 'B']);
    expect(scenario.tell({ complete: 'A' }).tell({ complete: 'B' }).open()).toEqual(['C']);
  });

  it('Given a receive task that instantiates, then its message begins an instance', async () => {
    const xml = buildProcess(`
      receive R message=Ask instantiate=true
      user Work
      R -> Work`);
    const { result } = await keepTraced(xml, { steps: [{ message: 'Ask' }] });
    expect(result.open).toEqual(['Work']);
  });

  it('Given a process that another one calls, then it does not start by itself', async () => {
    const xml = buildFile({
      Outer: 'start S\ncall C calls=Inner\nend E\nS -> C -> E',
      Inner: 'start S2\nuser Work\nend E2\nS2 -> Work -> E2',
    });
    expect((await keepTraced(xml)).events.filter((event) => event.element === 'S2')).toHaveLength(2);
  });

  it('reports a process that has nothing to begin with', async () => {
    expect(await findingsOf('user A\nuser B\nA -> B\nB -> A')).toContain('error process.no-start P');
  });
});
