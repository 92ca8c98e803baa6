import { describe, expect, it } from '@jest/globals';
import { type PlanStep, type TraceOptions, traceProcess } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const began = async (timer: string, { input = {}, span = 'P10D' } = {}) => {
  const xml = buildProcess(`start S ${timer}\nend E\nS -> E`);
  const { events, diagnostics } = await keepTraced(xml, { input, steps: [{ advance: span }] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return events.filter(({ type }) => type === 'timer').map(({ at }) => at.slice(5, 16));
};

describe('Feature: when a timer starts a process in a trace', () => {
  it.each([
    ['after a duration, once', 'timer=PT1H', ['01-05T01:00']],
    ['at a date, once', 'date=2026-01-06T08:00:00Z', ['01-06T08:00']],
    ['at a date where a duration is asked for', 'timer=2026-01-06', ['01-06T00:00']],
    ['after a duration where a date is asked for', 'date=PT2H', ['01-05T02:00']],
    ['as often as a cycle says', 'cycle=R3/PT1H', ['01-05T01:00', '01-05T02:00', '01-05T03:00']],
    ['once by a cycle of one', 'cycle=R1/PT1H', ['01-05T01:00']],
    ['never by a cycle of none', 'cycle=R0/PT1H', []],
    ['from where a cycle begins', 'cycle=R2/2026-01-07T00:00:00Z/P1D', ['01-07T00:00', '01-08T00:00']],
    ['until a cycle ends', 'cycle=R9/PT6H/2026-01-05T13:00:00Z', ['01-05T06:00', '01-05T12:00']],
    [
      'until and with the end of a cycle',
      'cycle=R/PT6H/2026-01-05T12:00:00Z',
      ['01-05T06:00', '01-05T12:00'],
    ],
    ['again and again by a cycle without a count', 'cycle=R/P4D', ['01-09T00:00', '01-13T00:00']],
    ['again and again by a bare duration as a cycle', 'cycle=P4D', ['01-09T00:00', '01-13T00:00']],
    ['as the data say', 'timer="=wait"', ['01-05T03:00']],
    ['never when the data say no text', 'timer="=number"', []],
    ['never when the data say no span', 'timer="=word"', []],
    ['never in the span that has passed', 'timer=P11D', []],
  ])('%s', async (_, timer, instants) => {
    const input = { wait: 'PT3H', number: 3, word: 'soon' };
    expect(await began(timer, { input })).toEqual(instants);
  });

  it('goes through timers in the order in which they are due', async () => {
    const xml = buildFile({
      A: 'start SA timer=PT3H\nuser UA\nend EA\nSA -> UA -> EA',
      B: 'start SB cycle=R2/PT2H\nend EB\nSB -> EB',
      C: 'start SC\nuser UC\nboundary BC on=UC timer=PT3H\nend EC\nend FC\nSC -> UC -> EC\nBC -> FC',
    });
    const { events } = await keepTraced(xml, { steps: [{ advance: 'PT1H' }, { advance: 'PT9H' }] });
    const fired = events.filter(({ type }) => type === 'timer');
    expect(fired.map(({ at, element }) => `${at.slice(11, 13)} ${element}`)).toEqual([
      '02 SB',
      '03 BC',
      '03 SA',
      '04 SB',
    ]);
  });

  it('stops a cycle of seconds over years, and processes that start each other', async () => {
    const count = async (xml: string, steps: PlanStep[] = []) =>
      (await traceProcess(xml, { steps })).events.filter(
        ({ element, type }) => element === 'S' && type === 'enter',
      ).length;
    const seconds = buildProcess('start S cycle=R/PT1S\nend E\nS -> E');
    expect(await count(seconds, [{ advance: 'PT10M' }, { advance: 'P3Y' }])).toBe(500);
    const endless = buildProcess('start S message=M\nend E message=M\nS -> E');
    expect(await count(endless, [{ message: 'M' }])).toBe(1);
    const others = buildFile({
      A: 'start S message=M\nend E message=N\nS -> E',
      B: 'start S2 message=N\nend E2 message=M\nS2 -> E2',
    });
    expect(await count(others, [{ message: 'M' }])).toBe(250);
  });
});

describe('Feature: how a trace counts time', () => {
  const options: TraceOptions = {
    addWorking: (from, iso) => (iso === 'P1D' ? from.replace('01-05', '01-09') : from),
    at: '2026-01-05T05:00:00.000Z',
  };

  it.each([
    ['counts=working', options, '01-09T05:00'],
    ['counts=calendar', options, '01-06T05:00'],
    ['', options, '01-06T05:00'],
    ['counts=working', {}, '01-06T00:00'],
    ['counts=calendar', {}, '01-06T00:00'],
  ])('lets a timer of a day with "%s" go off by the calendar it is given', async (counts, given, due) => {
    const xml = buildProcess(`start S\nuser A\nboundary B on=A timer=P1D ${counts}\nend E\nS -> A\nB -> E`);
    const { events } = await keepTraced(xml, { steps: [{ advance: 'P20D' }] }, given);
    expect(events.find(({ type }) => type === 'timer')?.at.slice(5, 16)).toBe(due);
  });

  it('stands at the end of the span that has passed', async () => {
    const xml = buildProcess('start S\nuser A\nuser B\nS -> A -> B');
    const steps = [{ advance: 'PT1H' }, { advance: '-PT3H' }, { advance: 'PT30M' }, { complete: 'A' }];
    const { events } = await keepTraced(xml, { steps });
    expect(events.at(-1)).toMatchObject({ element: 'B', at: '2026-01-05T01:30:00.000Z' });
  });
});
