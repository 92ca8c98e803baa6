import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CompiledCalendar, compileCalendar } from '../../calendar/index.ts';
import { advanceTo, completeTask, type DryRun, startDryRun } from '../../designer/dry-run/dry-run.ts';
import { compileProcess } from '../../engine/index.ts';
import type { Process, Variables } from '../../engine/types.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';

/** Friday, 09:00 in Việt Nam; the long weekend of 30/4 lies ahead. */
const RECEIVED = '2026-04-24T02:00:00.000Z';

let housePermit: Process;
let calendar: CompiledCalendar;

beforeAll(async () => {
  const xml = readFileSync(`${SAMPLE_PROVINCE}/procedures/1.013225/process.bpmn`, 'utf8');
  housePermit = (await compileProcess(xml)).process!;
  const { calendar: years } = await readSampleProvince(SAMPLE_PROVINCE);
  calendar = compileCalendar({ id: 'trial', name: 'trial', years: years as never });
});

const start = (): DryRun => startDryRun({ process: housePermit, calendar, input: {}, at: RECEIVED });
const complete = (run: DryRun, output: Variables = {}): DryRun =>
  completeTask(run, run.tasks[0]!.occurrence, output);
const open = (run: DryRun): string[] => run.tasks.map(({ element }) => element);

describe('a dry run', () => {
  it('opens the first step with its due time on the working calendar', () => {
    const run = start();
    expect(open(run)).toEqual(['TiepNhan']);
    expect(run.tasks[0]!.dueAt).toBe('2026-04-24T08:00:00.000Z');
  });

  it('plays the optional consultation, whose silence the clock turns into consent', () => {
    const examining = complete(complete(start()));
    expect(open(examining)).toEqual(['ThamDinh']);
    const consulting = complete(examining, { examination: 'consult', consultedAgency: 'so-xay-dung' });
    expect(open(consulting)).toEqual(['LayYKien']);
    const [timer] = consulting.timers;
    const after = advanceTo(consulting, timer!.dueAt);
    expect(open(after)).toEqual(['ThamDinh']);
    expect(after.timers).toEqual([]);
    expect(after.now).toBe(timer!.dueAt);
  });

  it('never moves its clock back, and keeps every earlier state as it was', () => {
    const first = start();
    const second = complete(first);
    expect(advanceTo(second, '2020-01-01T00:00:00.000Z').now).toBe(second.now);
    expect(open(first)).toEqual(['TiepNhan']);
    expect(first.covered.has('PhanCong')).toBe(false);
    expect(second.covered.has('PhanCong')).toBe(true);
  });
});
