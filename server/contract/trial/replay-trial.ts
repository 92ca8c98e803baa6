/** Does a kept dry run again on a process as it is now, and tells where it goes another way. */
import { CalendarYearMissing, ClockRefused } from '../../../calendar/index.ts';
import { CommandRefused } from '../../../engine/index.ts';
import type { Variables } from '../../../engine/types.ts';
import {
  advanceTo,
  completeTask,
  type DryRun,
  type DryRunStart,
  deliver,
  endJob,
  startDryRun,
} from './dry-run.ts';
import type { Trial, TrialOutcome, TrialStep } from './trial.ts';
import { operate } from './trial-operations.ts';

/** One way in which a replay differs from what was kept. */
export interface TrialDifference {
  what: 'step-refused' | 'path' | 'papers' | 'status' | 'due';
  /** the element it stands on, where there is one */
  element?: string;
  message: { vi: string; en: string };
}

export interface Replay {
  /** how far it came; absent when it could not even start */
  run?: DryRun;
  differences: TrialDifference[];
}

/** What a run came to, in the form in which it is kept and compared. */
export function outcomeOf(run: DryRun): TrialOutcome {
  const steps = new Set(run.process.steps.map(({ id }) => id));
  return {
    path: run.events
      .filter(({ type, element }) => type === 'wait' && steps.has(element))
      .map(({ element }) => element),
    papers: run.papers.map(({ kind }) => kind),
    status: run.state.status,
    ...(run.clock ? { dueAt: run.clock.dueAt } : {}),
  };
}

/** @returns no differences when the process does what was kept */
export function replayTrial(
  trial: Trial,
  start: Pick<DryRunStart, 'process' | 'calendar' | 'timeLimit'>,
): Replay {
  let run: DryRun | undefined;
  try {
    run = startDryRun({ ...start, input: trial.input as Variables, at: trial.receivedAt });
    for (const [index, step] of trial.steps.entries()) {
      const next = take(run, step);
      if (!next) return { run, differences: [notOpen(run, step, index)] };
      run = next;
    }
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    return { ...(run ? { run } : {}), differences: [refused(fault)] };
  }
  return { run, differences: differences(run, trial.expected) };
}

type Refusal = ClockRefused | CommandRefused | CalendarYearMissing;
const isRefusal = (fault: unknown): fault is Refusal =>
  fault instanceof ClockRefused || fault instanceof CommandRefused || fault instanceof CalendarYearMissing;

const at = <T extends { element: string }>(waits: readonly T[], element: string): T | undefined =>
  waits.find((wait) => wait.element === element);

function take(run: DryRun, step: TrialStep): DryRun | undefined {
  if ('until' in step) return advanceTo(run, step.until);
  if ('operation' in step) return operate(run, step);
  if ('complete' in step) {
    const task = at(run.tasks, step.complete);
    return task && completeTask(run, task.occurrence, step.output as Variables);
  }
  if ('work' in step) {
    const job = at(run.jobs, step.work);
    return job && endJob(run, job, step.code);
  }
  const wait = at(run.catches, step.deliver);
  return wait && deliver(run, wait);
}

const elementOf = (step: TrialStep): string =>
  'complete' in step ? step.complete : 'work' in step ? step.work : 'deliver' in step ? step.deliver : '';

function notOpen(run: DryRun, step: TrialStep, index: number): TrialDifference {
  const element = elementOf(step);
  const open = run.tasks.map((task) => nameOf(run, task.element));
  return {
    what: 'step-refused',
    ...(element ? { element } : {}),
    message: {
      vi: `Thao tác thứ ${index + 1}: bước "${nameOf(run, element)}" không mở; đang mở: ${open.join(', ') || 'không có bước nào'}.`,
      en: `Action ${index + 1}: step "${nameOf(run, element)}" is not open; open: ${open.join(', ') || 'none'}.`,
    },
  };
}

const refused = ({ message }: Refusal): TrialDifference => ({
  what: 'step-refused',
  message: { vi: `Thao tác không thực hiện được: ${message}.`, en: `An action was refused: ${message}.` },
});

function differences(run: DryRun, expected: TrialOutcome): TrialDifference[] {
  const found = outcomeOf(run);
  return [
    ...pathDifference(run, found.path, expected.path),
    ...(found.papers.join() === expected.papers.join()
      ? []
      : [differs('papers', ['Văn bản', 'Papers'], [expected.papers.join(', '), found.papers.join(', ')])]),
    ...(found.status === expected.status
      ? []
      : [differs('status', ['Kết cục', 'Outcome'], [expected.status, found.status])]),
    ...(found.dueAt === expected.dueAt
      ? []
      : [differs('due', ['Ngày hẹn trả', 'Due date'], [expected.dueAt ?? '—', found.dueAt ?? '—'])]),
  ];
}

function pathDifference(run: DryRun, found: string[], expected: string[]): TrialDifference[] {
  const length = Math.max(found.length, expected.length);
  for (let index = 0; index < length; index++) {
    if (found[index] === expected[index]) continue;
    const [was, is] = [expected[index], found[index]].map((id) => (id ? nameOf(run, id) : '—'));
    return [
      {
        ...differs('path', [`Bước thứ ${index + 1}`, `Step ${index + 1}`], [was!, is!]),
        ...(found[index] ? { element: found[index]! } : {}),
      },
    ];
  }
  return [];
}

const differs = (
  what: TrialDifference['what'],
  [vi, en]: [string, string],
  [was, is]: [string, string],
): TrialDifference => ({
  what,
  message: { vi: `${vi}: đã lưu "${was}", nay là "${is}".`, en: `${en}: kept "${was}", now "${is}".` },
});

const nameOf = ({ process }: DryRun, id: string): string =>
  process.steps.find((step) => step.id === id)?.name || id;
