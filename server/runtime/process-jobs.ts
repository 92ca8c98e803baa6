/** The jobs a process leaves behind: timers that fire, and the work of service, send and business rule tasks. */
import type { Effect, Variables } from '../../engine/types.ts';
import type { Turn } from './turn.ts';

export const TIMER_JOB = 'process.timer';
export const SERVICE_JOB = 'process.service';

/** Which occurrence of which instance the job is for. */
export interface TimerPayload {
  dossier: string;
  instance: string;
  occurrence: string;
  element: string;
}

export interface ServicePayload extends TimerPayload {
  kind: Extract<Effect, { type: 'run-job' }>['kind'];
  /** connector that does it; empty when the model names none */
  topic: string;
  input: Variables;
}

/** Schedules a job of an occurrence; its id is new each time, so that a repeating timer is a new job. */
export function scheduleJob(
  turn: Turn,
  { type, runAt, payload }: { type: string; runAt?: string; payload: TimerPayload | ServicePayload },
): void {
  const { dossier, context } = turn;
  dossier.counts.jobs += 1;
  const id = `${type}:${dossier.code}:${dossier.counts.jobs}`;
  dossier.jobs[place(payload)] = id;
  turn.writes.push(context.jobs.schedule({ id, type, payload, ...(runAt !== undefined && { runAt }) }));
}

/** Cancels what waits for an occurrence; nothing when it has run already. */
export function cancelJob(turn: Turn, at: { instance: string; occurrence: string }): void {
  const id = turn.dossier.jobs[place(at)];
  if (id === undefined) return;
  delete turn.dossier.jobs[place(at)];
  turn.writes.push(turn.context.jobs.cancel(id));
}

/** The job has come back: takes it off the list; `false` when it was cancelled or is another one by now. */
export function takeJobBack(turn: Turn, at: TimerPayload, id: string): boolean {
  if (turn.dossier.jobs[place(at)] !== id) return false;
  delete turn.dossier.jobs[place(at)];
  return true;
}

const place = ({ instance, occurrence }: { instance: string; occurrence: string }): string =>
  `${instance}:${occurrence}`;
