/** A process tried before anybody relies on it: the real kernel, calendar and deadline clock, a clock that jumps. */
import {
  type CompiledCalendar,
  type DeadlineClock,
  startClock,
  stepDueAt,
  timerInstant,
} from '../../../calendar/index.ts';
import { applyCommand, startProcess } from '../../../engine/index.ts';
import type {
  Command,
  Effect,
  Process,
  ProcessEvent,
  ProcessState,
  Step,
  Variables,
} from '../../../engine/types.ts';
import type { TimeLimit } from '../catalogue.ts';
import type { TrialStep } from './trial.ts';

interface Wait {
  occurrence: string;
  element: string;
}

export interface DryTask extends Wait {
  openedAt: string;
  dueAt?: string;
}

export interface DryTimer extends Wait {
  dueAt: string;
}

/** Work outside the process (a service, a called process): a person says how it ended. */
export interface DryJob extends Wait {
  kind: 'job' | 'call';
}

/** A message or signal that is waited for. */
export interface DryCatch extends Wait {
  kind: 'message' | 'signal';
  name: string;
}

/** A paper that would have been issued: its kind is the key of its template. */
export interface DryPaper {
  kind: string;
  at: string;
  reason?: string;
  /** the new appointment, on extension and apology */
  newDueAt?: string;
  /** what stood before */
  dueAt?: string;
}

/** The whole run, as data: keep one and any later step can be taken back to it. */
export interface DryRun {
  readonly process: Process;
  readonly calendar: CompiledCalendar;
  readonly receivedAt: string;
  /** what it was started with */
  readonly input: Variables;
  readonly now: string;
  readonly state: ProcessState;
  /** the promise to the citizen; absent while the procedure has no limit */
  readonly clock?: DeadlineClock;
  readonly tasks: readonly DryTask[];
  readonly timers: readonly DryTimer[];
  readonly jobs: readonly DryJob[];
  readonly catches: readonly DryCatch[];
  readonly incidents: readonly (Wait & { message: { vi: string; en: string } })[];
  readonly papers: readonly DryPaper[];
  readonly events: readonly ProcessEvent[];
  /** elements and flows that some step of this run went through */
  readonly covered: ReadonlySet<string>;
  /** what was done so far, so that it can be done again */
  readonly done: readonly TrialStep[];
}

export interface DryRunStart {
  process: Process;
  calendar: CompiledCalendar;
  input: Variables;
  /** when the virtual dossier is received */
  at: string;
  timeLimit?: TimeLimit;
}

/** Receives the virtual dossier: its receipt is made out, its clock runs, its process starts. */
export function startDryRun({ process, calendar, input, at, timeLimit }: DryRunStart): DryRun {
  const empty = {
    process,
    calendar,
    receivedAt: at,
    input,
    now: at,
    ...(timeLimit
      ? { clock: startClock({ calendar, limit: timeLimit, at, reason: '', actor: 'trial' }) }
      : {}),
    tasks: [],
    timers: [],
    jobs: [],
    catches: [],
    incidents: [],
    papers: [{ kind: 'receipt', at }],
    events: [],
    covered: new Set<string>(),
    done: [],
  };
  return settle(empty, startProcess(process, input, at));
}

/** Throws what the kernel throws when the command does not fit; the run given stays as it was. */
export const command = (run: DryRun, told: Command): DryRun =>
  settle(closeWait(run, told), applyCommand(run.process, run.state, told, run.now));

/** Completes a task and issues the papers that come out of its step. */
export function completeTask(run: DryRun, occurrence: string, output: Variables): DryRun {
  const element = run.tasks.find((task) => task.occurrence === occurrence)?.element ?? '';
  const documents = run.process.steps.find(({ id }) => id === element)?.documents ?? [];
  const after = command(run, { type: 'complete', occurrence, output });
  return {
    ...after,
    papers: [...after.papers, ...documents.map((kind) => ({ kind, at: run.now }))],
    done: [...run.done, { complete: element, output }],
  };
}

/** Says how outside work ended; a code is a business error that a boundary event may catch. */
export function endJob(run: DryRun, { occurrence, element, kind }: DryJob, code?: string): DryRun {
  const told: Command =
    kind === 'call'
      ? { type: 'call-ended', occurrence, ...(code ? { error: { code } } : {}) }
      : code
        ? { type: 'job-failed', occurrence, code, message: code }
        : { type: 'job-done', occurrence };
  return { ...command(run, told), done: [...run.done, { work: element, ...(code ? { code } : {}) }] };
}

/** Delivers what a catch waits for. */
export function deliver(run: DryRun, { occurrence, element, kind, name }: DryCatch): DryRun {
  const told: Command = kind === 'signal' ? { type: kind, name } : { type: kind, name, occurrence };
  return { ...command(run, told), done: [...run.done, { deliver: element }] };
}

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
  return { ...current, now: later(current.now, instant), done: [...run.done, { until: instant }] };
}

/** Whether the promise to the citizen is broken at this moment. */
export const isLate = ({ clock, now, state }: DryRun): boolean =>
  state.status === 'running' && clock?.state === 'running' && Date.parse(clock.dueAt) < Date.parse(now);

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
      return { ...run, jobs: [...run.jobs, { ...waitOf(effect), kind: 'job' }] };
    case 'call-process':
      return { ...run, jobs: [...run.jobs, { ...waitOf(effect), kind: 'call' }] };
    case 'cancel-job':
    case 'cancel-call':
      return { ...run, jobs: without(run.jobs, effect.occurrence) };
    case 'subscribe':
      return {
        ...run,
        catches: [...run.catches, { ...waitOf(effect), kind: effect.kind, name: effect.name }],
      };
    case 'unsubscribe':
      return { ...run, catches: without(run.catches, effect.occurrence) };
    case 'incident':
      return { ...run, incidents: [...run.incidents, effect] };
    case 'incident-resolved':
      return { ...run, incidents: without(run.incidents, effect.occurrence) };
    default:
      return run;
  }
}

const waitOf = ({ occurrence, element }: Wait): Wait => ({ occurrence, element });

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
  if (told.type === 'job-done' || told.type === 'job-failed' || told.type === 'call-ended')
    return { ...run, jobs: without(run.jobs, told.occurrence) };
  return run;
}

const without = <T extends { occurrence: string }>(waits: readonly T[], occurrence: string): T[] =>
  waits.filter((wait) => wait.occurrence !== occurrence);

const byDue = (one: DryTimer, other: DryTimer): number => (one.dueAt < other.dueAt ? -1 : 1);
const later = (one: string, other: string): string => (one > other ? one : other);
