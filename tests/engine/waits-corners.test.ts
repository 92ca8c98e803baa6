import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, startProcess } from '../../engine/index.ts';
import type { Effect, Json } from '../../engine/types.ts';
import { buildProcess } from '../support/build-process.ts';
import { given } from '../support/scenario.ts';

const AT = '2026-01-05T00:00:00.000Z';

const dues = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.type === 'schedule-timer' ? [effect.due] : []));

describe('Feature: when a timer is due', () => {
  it.each<[string, string, object]>([
    ['a duration', 'timer=PT4H', { at: '2026-01-05T04:00:00.000Z' }],
    ['a date', 'date=2026-06-01', { at: expect.stringMatching(/^2026-0/) }],
    [
      'a date where a duration is asked for',
      'timer=2026-06-01T00:00:00Z',
      { at: '2026-06-01T00:00:00.000Z' },
    ],
    ['a duration where a date is asked for', 'date=PT4H', { at: '2026-01-05T04:00:00.000Z' }],
    ['a cycle', 'cycle=R3/PT1H', { at: '2026-01-05T01:00:00.000Z' }],
    ['a cycle with a start', 'cycle=R3/2026-02-01T00:00:00Z/P1D', { at: '2026-02-01T00:00:00.000Z' }],
    ['working time', 'timer=PT16H counts=working', { working: 'PT16H', from: AT }],
    ['calendar time', 'timer=P3D counts=calendar', { calendar: 'P3D', from: AT }],
  ])('%s', async (_, timer, due) => {
    const { effects, state } = await given(
      `start S\nuser A\nboundary T on=A ${timer} nonInterrupting\nuser N\nS -> A\nT -> N`,
    );
    expect(dues(effects)).toEqual([due]);
    const armed = (state['open'] as Record<string, { due?: string }>)['2']!;
    expect(armed.due).toEqual('at' in due ? due.at : undefined);
  });

  it.each<[string, string, Json]>([
    ['nothing', 'timer="=t"', null],
    ['a number', 'timer="=t"', 4],
    ['a word', 'timer="=t"', 'soon'],
    ['a word for a cycle', 'cycle="=t"', 'daily'],
    ['a cycle of no firings', 'cycle="=t"', 'R0/PT1H'],
    ['a number for a cycle', 'cycle="=t"', 3],
  ])('%s is an incident at what waits, and a retry waits anew', async (_, timer, t) => {
    const stuck = await given(`start S\ncatch C ${timer}\nend E\nS -> C -> E`, { t });
    expect(stuck.trace('incident', 'wait')).toEqual(['incident C']);
    expect(stuck.effects).toMatchObject([
      {
        type: 'incident',
        code: 'timer.undecided',
        message: { en: 'The due time "=t" cannot be worked out.' },
      },
    ]);
    const retried = stuck.tell({
      type: 'retry',
      occurrence: stuck.occurrence('C'),
      variables: { t: timer.startsWith('cycle') ? 'R/PT1H' : 'PT1H' },
    });
    expect(dues(retried.effects)).toEqual([{ at: '2026-01-05T01:00:00.000Z' }]);
  });
});

describe('Feature: timers that fire again', () => {
  const reminded = (cycle: string) =>
    `start S\nuser A\nboundary T on=A ${cycle} nonInterrupting\nscript N script="1"\nend E\nS -> A\nT -> N -> E`;

  async function firings(cycle: string, changes: object[] = []): Promise<unknown[]> {
    let scenario = await given(reminded(cycle), { c: 'R3/PT1H' });
    const all: unknown[] = dues(scenario.effects);
    for (let count = 0; count < 4 && /"boundary"/.test(JSON.stringify(scenario.state['open'])); count++) {
      const change = changes[count];
      if (change)
        scenario = scenario.tell({ type: 'set-variables', variables: change as Record<string, Json> });
      scenario = scenario.tell({ fire: 'T' });
      all.push(...dues(scenario.effects));
    }
    return all;
  }

  it.each([
    ['once', 'timer=PT1H', ['01:00']],
    ['as often as said', 'cycle=R2/PT1H', ['01:00', '02:00']],
    ['without end', 'cycle=R/PT1H', ['01:00', '02:00', '03:00', '04:00', '05:00']],
    ['until the end of its interval', 'cycle=R/PT1H/2026-01-05T03:00:00Z', ['01:00', '02:00', '03:00']],
    ['until before the end of its interval', 'cycle=R/PT1H/2026-01-05T02:30:00Z', ['01:00', '02:00']],
  ])('%s', async (_, cycle, at) => {
    expect(await firings(cycle)).toEqual(at.map((time) => ({ at: `2026-01-05T${time}:00.000Z` })));
  });

  it('a cycle in working time counts from its firing', async () => {
    const all = await firings('cycle=R2/PT8H counts=working');
    expect(all).toEqual([
      { working: 'PT8H', from: AT },
      { working: 'PT8H', from: AT },
    ]);
  });

  it('a cycle in working time knows no end of its interval', async () => {
    expect(await firings('cycle=R/PT8H/2026-01-05T02:30:00Z counts=working')).toHaveLength(5);
  });

  it.each([
    ['of which data have become a word', { c: 'later' }],
    ['of which data have become a number', { c: 5 }],
    ['of which data are gone', { c: null }],
  ])('a cycle %s does not fire again', async (_, change) => {
    expect(await firings('cycle="=c"', [change])).toHaveLength(1);
  });

  it('a cycle follows its data, and keeps the number of firings that it began with', async () => {
    expect(await firings('cycle="=c"', [{ c: 'R9/PT2H' }])).toEqual([
      { at: '2026-01-05T01:00:00.000Z' },
      { at: '2026-01-05T03:00:00.000Z' },
      { at: '2026-01-05T05:00:00.000Z' },
    ]);
  });
});

describe('Feature: names and keys that data say', () => {
  async function waiting(kind: string, event: string, input: Record<string, Json>) {
    const xml = buildProcess(`start S\n${event}\nuser W\nS -> C -> W`).replace(
      'name="Bell"',
      'name="=called"',
    );
    const { process } = await compileProcess(xml);
    const step = startProcess(process!, input, AT);
    return {
      ...step,
      tell: (name: string) => applyCommand(process!, step.state, { type: kind as 'signal', name }, AT),
    };
  }

  it.each([
    ['message', 'catch C message=Bell'],
    ['signal', 'catch C signal=Bell'],
    ['message', 'receive C message=Bell'],
  ])('a %s is awaited by the name it has when the wait begins: %s', async (kind, event) => {
    const step = await waiting(kind, event, { called: 'Ring' });
    expect(step.effects).toStrictEqual([
      { type: 'subscribe', occurrence: '1', element: 'C', kind, name: 'Ring' },
    ]);
    expect(step.state['open']).toStrictEqual({ 1: { element: 'C', role: 'catch', name: 'Ring' } });
    expect(() => step.tell('Bell')).toThrow(`nothing waits for ${kind} Bell`);
    expect(step.tell('Ring').effects).toMatchObject([{ type: 'unsubscribe' }, { type: 'open-task' }]);
  });

  it.each<[string, Json, string | undefined]>([
    ['a number is a name', 7, '7'],
    ['an empty text is none', '', undefined],
    ['nothing is none', null, undefined],
    ['a truth is none', true, undefined],
  ])('%s', async (_, called, name) => {
    const step = await waiting('signal', 'catch C signal=Bell', { called });
    expect(step.effects).toMatchObject([
      name
        ? { type: 'subscribe', name }
        : {
            type: 'incident',
            code: 'name.undecided',
            message: { en: 'The name "=called" cannot be worked out.' },
          },
    ]);
    expect(step.events.filter(({ type }) => type === 'wait')).toHaveLength(name ? 1 : 0);
  });

  it.each<[string, Json, object]>([
    ['a text', 'H01', { correlation: 'H01' }],
    ['a number', 0, { correlation: 0 }],
    ['nothing', null, {}],
  ])('a key that is %s stands in what is awaited and in what is thrown', async (_, code, key) => {
    const scenario = await given(
      'start S\nand F\ncatch C message=M motcua:correlation="=code"\nthrow T message=N motcua:correlation="=code"\nS -> F\nF -> C\nF -> T',
      { code },
    );
    expect(scenario.effects).toStrictEqual([
      { type: 'subscribe', occurrence: '1', element: 'C', kind: 'message', name: 'M', ...key },
      { type: 'throw', element: 'T', kind: 'message', name: 'N', payload: {}, ...key },
    ]);
  });
});

describe('Feature: conditions that are awaited', () => {
  it('go off each time they become true, not while they stay so', async () => {
    let scenario = await given(
      'start S\nuser A\nboundary T on=A condition="n > 1" nonInterrupting\nuser N\nS -> A\nT -> N',
    );
    const set = (n: number) => {
      scenario = scenario.tell({ type: 'set-variables', variables: { n } });
      return scenario.open().length;
    };
    expect([1, 2, 3, 0, 5].map(set)).toEqual([1, 2, 2, 2, 3]);
  });

  it('the first that is true takes a race', async () => {
    const scenario = await given(
      'start S\nrace R\ncatch C condition="n > 1"\ncatch D condition="n > 0"\nuser WC\nuser WD\nS -> R\nR -> C -> WC\nR -> D -> WD',
      { n: 2 },
    );
    expect(scenario.open()).toEqual(['WC']);
    expect(scenario.trace('take').slice(-2)).toEqual(['take R_to_C', 'take C_to_WC']);
  });
});
