/** A year of a procedure in advance: 10,000 dossiers through ten steps of people, on the province's own calendar. */
import { compileCalendar } from '../calendar/index.ts';
import { calendarTime } from '../designer/simulation/calendar-time.ts';
import { compileProcess, simulateProcess } from '../engine/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../seeds/load.ts';
import { buildProcess } from '../tests/support/build-process.ts';
import type { Bench, Figure } from './bench.ts';

const DOSSIERS = 10_000;
const HOUR_MS = 3_600_000;
/** Office hours of 250 working days. */
const YEAR_MS = 250 * 8 * HOUR_MS;

const STEPS = [
  'Receive',
  'Assign',
  'Examine',
  'Consult',
  'Summarise',
  'Draft',
  'Review',
  'Sign',
  'Register',
  'Return',
];
const TEN_STEPS = [
  'start S',
  ...STEPS.map(
    (step, index) => `user ${step} motcua:role=r${index} motcua:duration=PT${index === 2 ? 16 : 4}H`,
  ),
  'end E',
  `S -> ${STEPS.join(' -> ')} -> E`,
].join('\n');
/** Enough people for the stream to be worked off at some four fifths of their time. */
const PEOPLE = Object.fromEntries(STEPS.map((_, index) => [`r${index}`, index === 2 ? 100 : 25]));

const bench: Bench = {
  title: 'Simulation of 10,000 dossiers over a year',
  run: async () => {
    const { process } = await compileProcess(buildProcess(TEN_STEPS));
    const { calendar: years } = await readSampleProvince(SAMPLE_PROVINCE);
    const calendar = compileCalendar({ id: 'bench', name: 'bench', years: years as never });
    const start = performance.now();
    const found = simulateProcess({
      process: process!,
      dossiers: DOSSIERS,
      resources: PEOPLE,
      arrivalEvery: YEAR_MS / DOSSIERS,
      workingTime: calendarTime(calendar),
    });
    const seconds = (performance.now() - start) / 1000;
    return [
      figure('time', seconds, 's'),
      figure('dossiers completed', found.completed, ''),
      figure('steps done a second', (DOSSIERS * STEPS.length) / seconds, '/s'),
      figure('mean time of a dossier', found.duration.mean / HOUR_MS / 8, 'working days'),
      figure('past the limit', found.pastLimit * 100, '%'),
    ];
  },
};

const figure = (what: string, value: number, unit: string): Figure => ({ what, value, unit });

export default bench;
