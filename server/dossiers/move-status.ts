/** Moves a dossier along its business axis, with all that hangs on it: clock, finance of time, delivery, history. */
import {
  addWorking,
  type DeadlineClock,
  type PauseCause,
  pause,
  resume,
  stop,
  workingBetween,
} from '../../calendar/index.ts';
import type { StatusKey } from '../contract/dossiers.ts';
import { record, type Turn } from '../runtime/turn.ts';
import { STATUSES, stepPath } from './statuses.ts';

/** Why the clock stands still in each status that pauses it (DL17). */
const PAUSE_CAUSES: Partial<Record<StatusKey, PauseCause>> = {
  supplement_requested: 'supplement',
  payment_required: 'payment',
  suspended: 'suspension',
  withdrawal_requested: 'withdrawal',
};

/** One move; the caller has looked it up in the table of transitions. */
export function moveStatus(turn: Turn, to: StatusKey, reason = ''): void {
  const { dossier } = turn;
  const from = dossier.status;
  if (from === to) return;
  dossier.status = to;
  dossier.statusCode = STATUSES[to].code;
  record(turn, { type: 'status', before: from, after: to, ...(reason && { reason }) });
  followClock(turn, to, reason);
  if (to === 'resolved') {
    dossier.resolvedAt = turn.at;
    dossier.delivery.state = 'ready';
    dossier.outcome ??= dossier.instances.main?.state.variables.outcome === 'refused' ? 'refused' : 'granted';
  }
  if (from === 'resolved' && to === 'in_progress') {
    delete dossier.resolvedAt;
    delete dossier.outcome;
    dossier.delivery.state = 'not-ready';
  }
}

/** Moves as a step of the process asks, through every status that lies between. */
export function followStep(turn: Turn, to: StatusKey): void {
  for (const status of stepPath(turn.dossier.status, to)) moveStatus(turn, status);
}

/** After any change of the clock: the history, the index of what is overdue, and the inboxes are told. */
export function tellDueChange(turn: Turn, before: string | undefined, reason = ''): void {
  const { dossier } = turn;
  if (dossier.clock?.state === 'running') dossier.openDueAt = dossier.clock.dueAt;
  else delete dossier.openDueAt;
  capOpenTasks(turn);
  const after = dossier.clock?.dueAt;
  if (after === before) return;
  record(turn, { type: 'due-changed', before, after, ...(reason && { reason }) });
  for (const { id } of dossier.openTasks) turn.touched.add(id);
}

/** A step's own time never outlasts the promise made to the citizen, and gets back what a later promise gives. */
function capOpenTasks(turn: Turn): void {
  const { clock, openTasks } = turn.dossier;
  if (!clock || clock.state === 'stopped') return;
  for (const task of openTasks) {
    const { limitAt = task.dueAt } = task;
    if (limitAt === undefined) continue;
    const { dueAt, limitAt: kept } = withinPromise(limitAt, clock);
    if (task.dueAt === dueAt && task.limitAt === kept) continue;
    delete task.limitAt;
    Object.assign(task, { dueAt, ...(kept && { limitAt: kept }) });
    turn.touched.add(task.id);
  }
}

/**
 * When a step is due that has until `limitAt` by its own duration: no later than the dossier itself while that
 * is open. `limitAt` comes back when it was cut short.
 */
export function withinPromise(
  limitAt: string,
  clock: DeadlineClock | undefined,
): { dueAt: string; limitAt?: string } {
  return clock && clock.state !== 'stopped' && clock.dueAt < limitAt
    ? { dueAt: clock.dueAt, limitAt }
    : { dueAt: limitAt };
}

function followClock(turn: Turn, to: StatusKey, reason: string): void {
  const { dossier, context } = turn;
  const { clock } = dossier;
  const wanted = STATUSES[to].clock;
  if (!clock || wanted === clock.state || wanted === 'not-started') return;
  const act = { at: turn.at, reason, actor: turn.actor.id };
  if (wanted === 'paused') {
    dossier.clock = pause(clock, { ...act, cause: PAUSE_CAUSES[to] ?? 'suspension' });
  } else if (wanted === 'stopped') {
    dossier.clock = stop(clock, act);
  } else if (clock.state === 'paused') {
    dossier.clock = resume(clock, { ...act, calendar: context.calendar });
    if (clock.pausedAt) shiftOpenTasks(turn, clock.pausedAt);
  } else {
    // A result found wrong before its return: the promise made on the receipt still stands.
    const change = { at: turn.at, what: 'resume' as const, reason, actor: turn.actor.id };
    dossier.clock = { ...clock, state: 'running', changes: [...clock.changes, change] };
  }
  tellDueChange(turn, clock.dueAt, reason);
}

/** Steps keep the working time they had left when the clock was paused. */
function shiftOpenTasks(turn: Turn, pausedAt: string): void {
  const { calendar } = turn.context;
  for (const task of turn.dossier.openTasks) {
    const own = task.limitAt ?? task.dueAt;
    // One that a message or a timer opened during the pause has had its own time since then only.
    const from = task.openedAt > pausedAt ? task.openedAt : pausedAt;
    const minutes = workingBetween({ calendar, from, to: turn.at });
    if (!own || minutes <= 0) continue;
    // cut back to the promise by tellDueChange, which follows
    task.dueAt = addWorking({ calendar, from: own, minutes }).at;
    delete task.limitAt;
    turn.touched.add(task.id);
  }
}
