/** What a step's operations do to a virtual dossier: the paper that is made out, and what becomes of its clock. */
import {
  type ClockAct,
  type CompiledCalendar,
  type DeadlineClock,
  extend,
  type PauseCause,
  pause,
  resume,
  stop,
} from '../../../calendar/index.ts';
import type { Operation } from '../dossiers.ts';
import { command, type DryRun } from './dry-run.ts';

interface Effect {
  /** kind of the paper that comes out */
  paper?: string;
  asksDueAt?: boolean;
  clock?: (
    clock: DeadlineClock,
    act: ClockAct & { calendar: CompiledCalendar; dueAt: string },
  ) => DeadlineClock;
  /** nothing of the process goes on */
  ends?: boolean;
}

const pausing =
  (cause: PauseCause): Effect['clock'] =>
  (clock, act) =>
    pause(clock, { ...act, cause });

const EFFECTS: Partial<Record<Operation, Effect>> = {
  'request-supplement': { paper: 'supplement-request', clock: pausing('supplement') },
  supplement: { clock: resume },
  'request-payment': { paper: 'payment-notice', clock: pausing('payment') },
  pay: { clock: resume },
  suspend: { clock: pausing('suspension') },
  resume: { clock: resume },
  extend: { paper: 'extension', asksDueAt: true, clock: extend },
  apologise: { paper: 'apology', asksDueAt: true },
  refuse: { paper: 'refusal', clock: stop, ends: true },
  withdraw: { paper: 'stop-notice', clock: stop, ends: true },
  return: { paper: 'return-slip' },
};

/** Operations that the open steps allow and a dry run can show, each once. */
export function trialOperations({ tasks, process, state }: DryRun): Operation[] {
  if (state.status !== 'running') return [];
  const open = new Set(tasks.map(({ element }) => element));
  const allowed = new Set(process.steps.filter(({ id }) => open.has(id)).flatMap(({ actions }) => actions));
  return (Object.keys(EFFECTS) as Operation[]).filter((operation) => allowed.has(operation));
}

export const asksDueAt = (operation: string): boolean => EFFECTS[operation as Operation]?.asksDueAt ?? false;

/** Throws ClockRefused when the clock does not allow it; the run given stays as it was. */
export function operate(
  run: DryRun,
  { operation, reason, dueAt }: { operation: string; reason: string; dueAt?: string | undefined },
): DryRun {
  const effect = EFFECTS[operation as Operation] ?? {};
  const act = { at: run.now, reason, actor: 'trial', calendar: run.calendar, dueAt: dueAt ?? run.now };
  const clock = run.clock && effect.clock ? effect.clock(run.clock, act) : run.clock;
  const after = effect.ends ? { ...command(run, { type: 'cancel', reason }), tasks: [], timers: [] } : run;
  const paper = effect.paper && {
    kind: effect.paper,
    at: run.now,
    reason,
    ...(dueAt ? { newDueAt: dueAt } : {}),
    ...(run.clock ? { dueAt: run.clock.dueAt } : {}),
  };
  return {
    ...after,
    ...(clock ? { clock } : {}),
    papers: paper ? [...run.papers, paper] : run.papers,
    done: [...run.done, { operation, reason, ...(dueAt ? { dueAt } : {}) }],
  };
}
