import { describe, expect, it } from '@jest/globals';
import { compileProcess, type SimulationRequest, simulateProcess } from '../../engine/index.ts';
import { createAgenda } from '../../engine/simulate/agenda.ts';
import { spreadOf } from '../../engine/simulate/simulation.ts';
import { millisecondsOf, roundTheClock } from '../../engine/simulate/working-time.ts';
import { buildProcess } from '../support/build-process.ts';

const HOUR = 3_600_000;

async function simulate(drawing: string, options: Omit<SimulationRequest, 'process'> = {}) {
  const { process, diagnostics } = await compileProcess(buildProcess(drawing), { isCallable: () => true });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const simulation = simulateProcess({ process: process!, dossiers: 20, ...options });
  expect(simulation).toMatchSnapshot('simulated');
  const counts = Object.fromEntries(simulation.steps.map(({ element, count }) => [element, count]));
  return { ...simulation, counts };
}

describe('what simulated dossiers wait for', () => {
  it.each([
    ['a duration', 'timer=PT4H', 4],
    ['a day of the clock', 'timer=P1D', 24],
    ['a working day', 'timer=P1D counts=working', 8],
    ['a calendar day', 'timer=P1D counts=calendar', 24],
    ['a date that is gone by', 'date=2020-01-01', 0],
  ])('is %s', async (_, timer, hours) => {
    const { completed, duration } = await simulate(`start S\ncatch T ${timer}\nend E\nS -> T -> E`);
    expect(completed).toBe(20);
    expect(duration).toEqual({
      mean: hours * HOUR,
      median: hours * HOUR,
      p95: hours * HOUR,
      max: hours * HOUR,
    });
  });

  it('is a working day of the calendar that is given', async () => {
    const workingTime = {
      ...roundTheClock,
      add: (from: string, span: number) => roundTheClock.add(from, span * 3),
    };
    const drawing = 'start S\ncatch T timer=P1D counts=working\nend E\nS -> T -> E';
    expect((await simulate(drawing, { workingTime })).duration.max).toBe(24 * HOUR);
  });

  it.each(['catch C message=M', 'receive C message=M', 'catch C signal=Go'])(
    'is what comes from outside to %s, a working day as a rule',
    async (event) => {
      const { completed, duration } = await simulate(`start S\n${event}\nend E\nS -> C -> E`, {
        dossiers: 150,
      });
      expect(completed).toBe(150);
      expect(duration.mean / HOUR).toBeCloseTo(8, -0.5);
    },
  );

  it.each(['message=Other', 'signal=Go'])(
    'is not the %s of a boundary, which only may happen',
    async (event) => {
      const drawing = `start S\nuser A motcua:duration=PT1H\nboundary B on=A ${event}\nuser X\nend E\nS -> A -> E\nB -> X -> E`;
      expect((await simulate(drawing)).counts).toEqual({ A: 20, X: 0 });
    },
  );

  it('is the first of the events of a race, and nothing of the others afterwards', async () => {
    const drawing = `
      start S
      race R
      catch M signal=Go
      catch N message=M
      catch T timer=PT5H
      user A motcua:duration=PT100H
      user B motcua:duration=PT100H
      user C motcua:duration=PT100H
      end E
      S -> R
      R -> M -> A -> E
      R -> N -> B -> E
      R -> T -> C -> E`;
    const { completed, counts } = await simulate(drawing, { dossiers: 60 });
    expect(completed).toBe(60);
    expect(counts['A']! + counts['B']! + counts['C']!).toBe(60);
    expect(Math.min(counts['A']!, counts['B']!, counts['C']!)).toBeGreaterThan(5);
  });

  it('is one signal for all branches that wait for it', async () => {
    const drawing = `start S\nand F\ncatch C signal=Go\ncatch D signal=Go\nuser A motcua:duration=PT90H\nuser B motcua:duration=PT90H\nend E\nS -> F\nF -> C -> A -> E\nF -> D -> B -> E`;
    expect(await simulate(drawing)).toMatchObject({ completed: 20, counts: { A: 20, B: 20 } });
  });

  it('is what starts the process, where that has no plain start', async () => {
    const drawing = 'start S message=M\nuser A motcua:duration=PT1H\nend E\nS -> A -> E';
    expect(await simulate(drawing)).toMatchObject({ completed: 20, counts: { A: 20 } });
  });

  it('is a called process, which answers as it is told to', async () => {
    const drawing = `start S\ncall C calls=Other motcua:duration=PT2H out="grade:=grade"\nxor X\nuser A\nuser B\nend E\nS -> C -> X\nX -> A : grade = 1\nX -> B : grade = 2\nA -> E\nB -> E`;
    const { counts, resources } = await simulate(drawing, { outputs: { C: { grade: 2 } } });
    expect(counts).toEqual({ C: 20, A: 0, B: 20 });
    expect(resources.map(({ key }) => key)).toEqual([]);
  });

  it('is not a task that its timer has taken away, begun or not', async () => {
    const drawing = `
      lanes clerk: A, X
      start S
      user A motcua:duration=PT8H
      boundary B on=A timer=PT5H
      manual X motcua:duration=PT1M
      end E
      S -> A -> E
      B -> X -> E`;
    const { completed, steps } = await simulate(drawing, { arrivalEvery: 2 * HOUR, dossiers: 60 });
    const [a, x] = steps;
    expect(completed).toBe(60);
    // some are taken away before anybody has begun
    expect(a!.count).toBeLessThan(50);
    expect(a!.count + x!.count).toBeGreaterThan(60);
    expect(a!.waiting.max).toBeLessThanOrEqual(5 * HOUR);
    expect(a!.queue.max).toBeLessThan(10);
  });

  it('is still the other task of the same person when a timer has taken one away', async () => {
    const drawing = `
      lanes clerk: A, B
      start S
      and F
      user A motcua:duration=PT8H
      user B motcua:duration=PT8H
      boundary T on=B timer=PT2H
      xor X
      and J
      end E
      S -> F
      F -> A -> J
      F -> B -> X
      T -> X
      X -> J
      J -> E`;
    const { completed, counts } = await simulate(drawing, { arrivalEvery: 6 * HOUR });
    expect(completed).toBe(20);
    expect(counts['A']).toBe(20);
    expect(counts['B']).toBeLessThan(10);
  });

  it('is nothing more once it has ended', async () => {
    const drawing = `start S\nand F\nuser A motcua:duration=PT1H\nuser B motcua:duration=PT9H\nservice Z motcua:duration=PT9H\nend T terminate\nend E\nS -> F\nF -> A -> T\nF -> B -> E\nF -> Z -> E`;
    const { completed, duration } = await simulate(drawing);
    expect(completed).toBe(20);
    expect(duration.max).toBeLessThan(2 * HOUR);
  });

  it('is nothing that ever ends it, where somebody has to decide first', async () => {
    const drawing =
      'start S\nuser A\nboundary B on=A timer=PT1H nonInterrupting\ncatch C condition="n > 5"\nend E\nS -> A -> C -> E\nB -> E';
    const result = await simulate(drawing);
    expect(result).toMatchObject({ completed: 0, unfinished: 20, pastLimit: 0 });
    expect(result.duration).toEqual({ mean: 0, median: 0, p95: 0, max: 0 });
  });

  it('is nothing at all where no dossiers come', async () => {
    const result = await simulate('start S\nuser A\nend E\nS -> A -> E', { dossiers: 0 });
    expect(result).toMatchObject({ completed: 0, unfinished: 0, pastLimit: 0, resources: [] });
  });
});

describe('which way simulated dossiers go where data say nothing', () => {
  const drawn = (gateway: string) => `
    start S
    ${gateway} G
    user A
    user B
    user C
    end E
    S -> G
    G -> A : a = true
    G -> B : b = true
    G -> C : c = true
    A -> E
    B -> E
    C -> E`;

  it('is one way out of an exclusive gateway, all alike', async () => {
    const { counts, completed } = await simulate(drawn('xor'), { dossiers: 150 });
    expect(completed).toBe(150);
    expect(counts['A']! + counts['B']! + counts['C']!).toBe(150);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(35);
  });

  it('is each way out of an inclusive gateway every other time, and one at least', async () => {
    const { counts, completed } = await simulate(drawn('or'), { dossiers: 150 });
    expect(completed).toBe(150);
    for (const count of Object.values(counts)) expect(Math.abs(count - 81)).toBeLessThan(19);
  });

  it('is the way that the first data say', async () => {
    const { counts } = await simulate(drawn('xor'), { input: { a: false, b: true, c: false } });
    expect(counts).toEqual({ A: 0, B: 20, C: 0 });
  });
});

describe('who does simulated work and how much there is', () => {
  it.each([
    ['an assignee', 'user A motcua:assignee=an motcua:unit=land motcua:role=clerk', 'an'],
    ['a role of a unit', 'user A motcua:unit=land motcua:role=clerk', 'land/clerk'],
    ['a role', 'user A motcua:role=clerk', 'clerk'],
    ['a unit', 'manual A motcua:unit=land', 'land'],
    ['a role where data say who', 'user A motcua:assignee="=who" motcua:role=clerk', 'clerk'],
    ['an assignee with the sign at the end', 'user A motcua:assignee=an= motcua:role=clerk', 'an='],
    ['nobody', 'user A', undefined],
    ['nobody, for a job', 'service A motcua:unit=land motcua:role=clerk', undefined],
    ['nobody, for a call', 'call A calls=Other motcua:unit=land motcua:role=clerk', undefined],
  ])('is %s', async (_, step, key) => {
    const { steps, resources } = await simulate(`start S\n${step}\nend E\nS -> A -> E`);
    expect(steps[0]!.resource).toBe(key);
    expect('resource' in steps[0]!).toBe(key !== undefined);
    expect(resources.map((resource) => resource.key)).toEqual(key === undefined ? [] : [key]);
  });

  it('is as much as keeps the busiest people at work for four hours of five', async () => {
    const drawing =
      'start S\nuser A motcua:role=a motcua:duration=PT6H\nuser B motcua:role=b motcua:duration=PT4H\nservice Z motcua:duration=PT90H\nend E\nS -> A -> B -> Z -> E';
    expect(await simulate(drawing)).toMatchObject({ arrivalEvery: 7.5 * HOUR });
    expect(await simulate(drawing, { resources: { a: 3 } })).toMatchObject({ arrivalEvery: 5 * HOUR });
    expect(await simulate(drawing, { resources: { a: 0, b: 1 } })).toMatchObject({
      arrivalEvery: 7.5 * HOUR,
      resources: [{ people: 1 }, { people: 1 }],
    });
  });

  it('is one dossier an hour where no work is allotted, fewer where the process is long', async () => {
    expect(await simulate('start S\nservice A\nend E\nS -> A -> E')).toMatchObject({ arrivalEvery: HOUR });
    const ids = Array.from({ length: 23 }, (_, index) => `T${index}`);
    const drawing = [
      ...ids.map((id) => `service ${id}`),
      'start S',
      'end E',
      `S -> ${ids.join(' -> ')} -> E`,
    ];
    expect(await simulate(drawing.join('\n'))).toMatchObject({ arrivalEvery: 2.5 * HOUR });
  });

  it('is past a limit that is given, else past the sum of what is allotted', async () => {
    const drawing = 'start S\ncatch T timer=PT4H\nuser A motcua:duration=PT2H\nend E\nS -> T -> A -> E';
    expect(await simulate(drawing)).toMatchObject({
      limit: { milliseconds: 2 * HOUR, source: 'sum of allotted durations' },
      pastLimit: 1,
    });
    expect(await simulate(drawing, { limit: 90 * HOUR })).toMatchObject({
      limit: { milliseconds: 90 * HOUR, source: 'given' },
      pastLimit: 0,
    });
    const exact = 'start S\ncatch T timer=PT4H\nend E\nS -> T -> E';
    expect(await simulate(exact, { limit: 4 * HOUR })).toMatchObject({ pastLimit: 0 });
    expect(await simulate(exact, { limit: 4 * HOUR - 1 })).toMatchObject({ pastLimit: 1 });
  });

  it.each([
    ['PT4H', 'working', 4],
    ['P1D', 'working', 8],
    ['P2DT1H', 'working', 17],
    ['P1M', 'working', 240],
    ['P1Y', 'working', 2920],
    ['P1Y2M3DT4H', 'working', 2920 + 480 + 24 + 4],
    ['P1D', 'calendar', 24],
    ['P1Y2M3DT4H', 'calendar', 8760 + 1440 + 72 + 4],
    ['P1D', 'none', 0],
    ['soon', 'working', 0],
  ] as const)('counts %s of %s time in hours', (iso, counts, hours) => {
    expect(millisecondsOf({ iso, counts })).toBe(hours * HOUR);
  });

  it('counts nothing where nothing is allotted', () => {
    expect(millisecondsOf(undefined)).toBe(0);
  });

  it('is spread around its middle', () => {
    expect(spreadOf([])).toEqual({ mean: 0, median: 0, p95: 0, max: 0 });
    expect(spreadOf([7])).toEqual({ mean: 7, median: 7, p95: 7, max: 7 });
    expect(spreadOf([10, 9, 2, 1.4])).toEqual({ mean: 6, median: 9, p95: 10, max: 10 });
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(hundred)).toEqual({ mean: 51, median: 51, p95: 96, max: 100 });
  });

  it('is done soonest first, in the order given where it is due at one time', () => {
    const agenda = createAgenda<string>();
    const times = [5, 3, 5, 1, 3, 5, 1, 4, 3, 1, 5, 2, 1];
    times.forEach((time, index) => {
      agenda.put(time, `${time}/${String(index).padStart(2, '0')}`);
    });
    const taken = times.map(() => agenda.next()?.item);
    expect(taken).toEqual([...taken].sort());
    expect(agenda.next()).toBeUndefined();
    agenda.put(1, 'again');
    expect(agenda.next()).toMatchObject({ time: 1, item: 'again' });
  });
});
