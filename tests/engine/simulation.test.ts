import { describe, expect, it } from '@jest/globals';
import { compileProcess, type SimulationRequest, simulateProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';

const HOUR = 3_600_000;
const DRAWING = `
  lanes clerk: A; leader: B, C
  start S
  user A motcua:duration=PT4H
  xor X
  user B motcua:duration=PT8H
  user C motcua:duration=PT2H
  service Note
  end E
  S -> A -> X
  X -> B : big = true
  X -> C : big = false
  B -> Note
  C -> Note
  Note -> E`;

async function simulate(options: Omit<SimulationRequest, 'process'> = {}) {
  const { process } = await compileProcess(buildProcess(DRAWING));
  const simulation = simulateProcess({ process: process!, ...options });
  expect(simulation).toMatchSnapshot('simulated');
  return simulation;
}

describe('simulating a process', () => {
  it('brings every dossier to its end and names its assumptions', async () => {
    const result = await simulate({ dossiers: 200 });
    expect(result).toMatchObject({ dossiers: 200, completed: 200, unfinished: 0, seed: 1 });
    expect(result.distribution.work).toMatch(/triangular/);
    expect(result.steps.find((step) => step.element === 'A')).toMatchObject({
      count: 200,
      resource: 'clerk',
    });
  });

  it('gives the same result for the same seed and another for another', async () => {
    expect(await simulate({ seed: 7 })).toEqual(await simulate({ seed: 7 }));
    expect(await simulate({ seed: 7 })).not.toEqual(await simulate({ seed: 8 }));
  });

  it('works about as long as is allotted and waits more the busier people are', async () => {
    const calm = await simulate({ dossiers: 300, arrivalEvery: 40 * HOUR });
    const busy = await simulate({ dossiers: 300, arrivalEvery: 5 * HOUR });
    const stepA = (result: typeof calm) => result.steps.find((step) => step.element === 'A')!;
    expect(stepA(calm).working.mean / HOUR).toBeCloseTo(4, 0);
    expect(stepA(busy).waiting.mean).toBeGreaterThan(stepA(calm).waiting.mean);
    expect(busy.pastLimit).toBeGreaterThan(calm.pastLimit);
  });

  it('queues less with more people', async () => {
    const options = { dossiers: 200, arrivalEvery: 4.5 * HOUR };
    const one = await simulate(options);
    const three = await simulate({ ...options, resources: { clerk: 3, leader: 3 } });
    expect(three.duration.mean).toBeLessThan(one.duration.mean);
  });

  it('chooses by the data where they say something', async () => {
    const result = await simulate({ outputs: { A: { big: true } } });
    expect(result.steps.map((step) => [step.element, step.count])).toEqual([
      ['A', 100],
      ['B', 100],
      ['C', 0],
      ['Note', 100],
    ]);
  });
});
