/** A process tried in the browser before anybody relies on it: the real kernel and calendar, a clock that jumps. */
import { type CompiledCalendar, stepDueAt, timerInstant } from '../../calendar/index.ts';
import { applyCommand, startProcess } from '../../engine/index.ts';
import type {
  Command,
  Effect,
  Process,
  ProcessEvent,
  ProcessState,
  Step,
  Variables,
} from '../../engine/types.ts';

export interface DryTask {
  occurrence: string;
  element: string;
  openedAt: string;
  dueAt?: string;
}

export interface DryTimer {
  occurrence: string;
  element: string;
  dueAt: string;
}

/** A job that outside work would do: a person says how it ended. */
export interface DryJob {
  occurrence: string;
  element: string;
}

/** The whole run, as data: keep one and any later step can be taken back to it. */
export interface DryRun {
  readonly process: Process;
  readonly calendar: CompiledCalendar;
  readonly now: string;
  readonly state: ProcessState;
  readonly tasks: readonly DryTask[];
  readonly timers: readonly DryTimer[];
  readonly jobs: readonly DryJob[];
  readonly incidents: readonly { occurrence: string; element: string; message: { vi: string; en: string } }[];
  readonly events: readonly ProcessEvent[];
  /** elements and flows that some step of this run went through */
  readonly covered: ReadonlySet<string>;
}

export interface DryRunStart {
  process: Process;
  calendar: CompiledCalendar;
  input: Variables;
  /** when the virtual dossier is received */
  at: string;
}

export function startDryRun({ process, calendar, input, at }: DryRunStart): DryRun {
  const empty = {
    process,
    calendar,
    now: at,
    tasks: [],
    timers: [],
    jobs: [],
    incidents: [],
    events: [],
    covered: new Set<string>(),
  };
  return settle(empty, startProcess(process, input, at));
}

/** Throws what the kernel throws when the command does not fit; the run given stays as it was. */
export const command = (run: DryRun, told: Command): DryRun =>
  settle(closeWait(run, told), applyCommand(run.process, run.state, told, run.now));

export const completeTask = (run: DryRun, occurrence: string, output: Variables): DryRun =>
  command(run, { type: 'complete', occurrence, output });

/** Moves the clock; every timer due by then fires, soonest first, at its own moment. A moment gone by is no move. */
export function advanceTo(run: DryRun, instant: string): DryRun {
  let current = run;
  for (;;) {
    const next = [...current.timers].sort(byDue)[0];
    if (!next || next.dueAt > instant || current.state.status !== 'running') break;
    current = command(
      { ...current, now: later(current.now, next.dueAt) },
      { type: 'fire-timer', occurrence: next.occurrence },
    );
  }
  return { ...current, now: later(current.now, instant) };
}

type Unsettled = Omit<DryRun, 'state'>;

function settle(run: Unsettled, { state, events, effects }: Step): DryRun {
  const settled = effects.reduce<Unsettled>(carryOut, run);
  const covered = new Set(run.covered);
  for (const event of events) covered.add(event.element);
  return { ...settled, state, covered, events: [...run.events, ...events] };
}

function carryOut(run: Unsettled, effect: Effect): Unsettled {
  switch (effect.type) {
    case 'open-task':
      return { ...run, tasks: [...run.tasks, openTask(run, effect)] };
    case 'cancel-task':
      return { ...run, tasks: without(run.tasks, effect.occurrence) };
    case 'schedule-timer':
      return {
        ...run,
        timers: [
          ...run.timers,
          {
            occurrence: effect.occurrence,
            element: effect.element,
            dueAt: timerInstant(effect.due, run.calendar),
          },
        ],
      };
    case 'cancel-timer':
      return { ...run, timers: without(run.timers, effect.occurrence) };
    case 'run-job':
      return { ...run, jobs: [...run.jobs, { occurrence: effect.occurrence, element: effect.element }] };
    case 'cancel-job':
      return { ...run, jobs: without(run.jobs, effect.occurrence) };
    case 'incident':
      return { ...run, incidents: [...run.incidents, effect] };
    case 'incident-resolved':
      return { ...run, incidents: without(run.incidents, effect.occurrence) };
    default:
      return run;
  }
}

function openTask(run: Unsettled, { occurrence, element }: Extract<Effect, { type: 'open-task' }>): DryTask {
  const duration = run.process.steps.find((step) => step.id === element)?.duration;
  const dueAt = stepDueAt(duration, { calendar: run.calendar, from: run.now });
  return { occurrence, element, openedAt: run.now, ...(dueAt ? { dueAt } : {}) };
}

/** What a command ends is closed by the caller, as in the runtime; the kernel cancels only what it takes away itself. */
function closeWait(run: DryRun, told: Command): DryRun {
  if (!('occurrence' in told) || !told.occurrence) return run;
  if (told.type === 'complete') return { ...run, tasks: without(run.tasks, told.occurrence) };
  if (told.type === 'fire-timer') return { ...run, timers: without(run.timers, told.occurrence) };
  if (told.type === 'job-done' || told.type === 'job-failed')
    return { ...run, jobs: without(run.jobs, told.occurrence) };
  return run;
}

const without = <T extends { occurrence: string }>(waits: readonly T[], occurrence: string): T[] =>
  waits.filter((wait) => wait.occurrence !== occurrence);

const byDue = (one: DryTimer, other: DryTimer): number => (one.dueAt < other.dueAt ? -1 : 1);
const later = (one: string, other: string): string => (one > other ? one : other);
