import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { heatMap } from '../../designer/simulation/heat.ts';
import { resourcesOf } from '../../designer/simulation/resources.ts';
import { runSimulation } from '../../designer/simulation/run-simulation.ts';
import { compileProcess, type Simulation } from '../../engine/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';

const XML = readFileSync(`${SAMPLE_PROVINCE}/procedures/2.000815/process.bpmn`, 'utf8');
const { calendar } = await readSampleProvince(SAMPLE_PROVINCE);
const asked = { xml: XML, calendar: calendar as never, dossiers: 60, people: {}, limitHours: 8, year: 2026 };

async function simulated(change: Partial<typeof asked> = {}): Promise<Simulation> {
  const reply = await runSimulation({ ...asked, ...change });
  if (!('found' in reply)) throw new Error(reply.problem);
  return reply.found;
}

describe('a simulation on the working calendar', () => {
  it('gives the same answer to the same question', async () => {
    expect(await simulated()).toEqual(await simulated());
  });

  it('takes dossiers in and ends them in office hours, never on a holiday', async () => {
    const { completed, unfinished, to } = await simulated();
    expect({ completed, unfinished }).toEqual({ completed: 60, unfinished: 0 });
    expect(to.slice(11, 13) < '11').toBe(true);
  });

  it('makes steps hot where too few people work off too much, and cool with more of them', async () => {
    const { process } = await compileProcess(XML);
    const many = Object.fromEntries(resourcesOf(process!).map((key) => [key, 50]));
    const grades = async (people: Record<string, number>) =>
      new Set(heatMap(await simulated({ dossiers: 330, people })).values());
    expect(await grades({})).toContain('hot');
    expect([...(await grades(many))]).toEqual(['cool']);
  });

  it.each([
    ['a drawing with errors', { xml: '<x/>' }, 'not-runnable'],
    ['a year without a calendar', { year: 2031 }, 'calendar'],
  ])('says so for %s', async (_, change, problem) => {
    expect(await runSimulation({ ...asked, ...change })).toEqual({ problem });
  });
});
