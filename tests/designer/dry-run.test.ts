import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CompiledCalendar, compileCalendar } from '../../calendar/index.ts';

import { compileProcess } from '../../engine/index.ts';
import type { Process, Variables } from '../../engine/types.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';
import {
  advanceTo,
  completeTask,
  type DryRun,
  isLate,
  startDryRun,
} from '../../server/contract/trial/dry-run.ts';
import { outcomeOf, replayTrial } from '../../server/contract/trial/replay-trial.ts';
import type { Trial } from '../../server/contract/trial/trial.ts';
import { operate, trialOperations } from '../../server/contract/trial/trial-operations.ts';

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

describe('the promise of a dry run', () => {
  const LIMIT = { amount: 15, unit: 'calendar-days' as const };
  const promised = (): DryRun =>
    startDryRun({ process: housePermit, calendar, input: {}, at: RECEIVED, timeLimit: LIMIT });

  it('is made at reception with a receipt, and is late once the clock has jumped past it', () => {
    const run = promised();
    expect(run.papers).toEqual([{ kind: 'receipt', at: RECEIVED }]);
    expect(run.clock!.dueAt).toBe('2026-05-11T10:00:00.000Z');
    expect(isLate(run)).toBe(false);
    expect(isLate(advanceTo(run, '2026-05-12T02:00:00.000Z'))).toBe(true);
  });

  it('is extended where the open step allows it, with its notice, and not too far', () => {
    const examining = complete(complete(promised()));
    expect(trialOperations(examining)).toContain('extend');
    const told = { operation: 'extend', reason: 'Chờ ý kiến' };
    const extended = operate(examining, { ...told, dueAt: '2026-05-14T10:00:00.000Z' });
    expect(extended.papers.at(-1)).toMatchObject({
      kind: 'extension',
      dueAt: '2026-05-11T10:00:00.000Z',
      newDueAt: '2026-05-14T10:00:00.000Z',
    });
    expect(extended.clock!.dueAt).toBe('2026-05-14T10:00:00.000Z');
    expect(() => operate(examining, { ...told, dueAt: '2026-12-01T10:00:00.000Z' })).toThrow(
      'clock.extension-too-long',
    );
  });

  it('ends with a refusal: nothing stays open', () => {
    const refused = operate(promised(), { operation: 'refuse', reason: 'Không thuộc thẩm quyền' });
    expect(refused).toMatchObject({ tasks: [], timers: [], state: { status: 'cancelled' } });
    expect(refused.papers.at(-1)!.kind).toBe('refusal');
  });
});

describe('a kept dry run', () => {
  const kept = (run: DryRun): Trial => ({
    name: 'Lấy ý kiến, hết hạn',
    receivedAt: RECEIVED,
    input: {},
    steps: [...run.done],
    expected: outcomeOf(run),
  });
  const consulted = (): DryRun => {
    const consulting = complete(complete(complete(start())), {
      examination: 'consult',
      consultedAgency: 'so-xay-dung',
    });
    return advanceTo(consulting, consulting.timers[0]!.dueAt);
  };

  it('is done again with the same outcome', () => {
    const trial = kept(consulted());
    expect(trial.expected.path).toEqual(['TiepNhan', 'PhanCong', 'ThamDinh', 'LayYKien', 'ThamDinh']);
    expect(replayTrial(trial, { process: housePermit, calendar }).differences).toEqual([]);
  });

  it('names the first step where the process goes another way', async () => {
    const xml = readFileSync(`${SAMPLE_PROVINCE}/procedures/1.013225/process.bpmn`, 'utf8');
    const other = xml
      .replace('motcua:duration="P10D"', 'motcua:duration="P9D"')
      .replaceAll('LayYKien', 'HoiYKien');
    const { process } = await compileProcess(other);
    const { differences } = replayTrial(kept(consulted()), { process: process!, calendar });
    expect(differences).toMatchObject([{ what: 'path', element: 'HoiYKien' }]);
  });

  it('says which step was not open when it should have been completed', () => {
    const trial = { ...kept(start()), steps: [{ complete: 'Ky', output: {} }] };
    const { differences } = replayTrial(trial, { process: housePermit, calendar });
    expect(differences).toMatchObject([{ what: 'step-refused', element: 'Ky' }]);
    expect(differences[0]!.message.vi).toContain('đang mở: 1. Tiếp nhận');
  });
});
