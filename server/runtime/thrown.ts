/**
 * Messages and signals that leave the dossier they were thrown in: jobs of the outbox, written in its commit. Each
 * dossier that is reached is told by a command of its own (docs/decisions/0011).
 */
import type { Effect } from '../../engine/types.ts';
import type { NewJob } from '../jobs/job-queue.ts';
import { stepOf } from './step-of.ts';
import { record, type Turn } from './turn.ts';
import type { Message, Signal } from './waiting.ts';

export const THROWN_MESSAGE_JOB = 'process.message';
export const THROWN_SIGNAL_JOB = 'process.signal';
export const SIGNAL_FOR_JOB = 'process.signal-for';

/** A message on its way to another dossier. */
export interface ThrownMessage extends Message {
  /** the dossier that threw it */
  from: string;
  element: string;
}

/** A signal on its way to all who wait; one job a page of them. */
export interface ThrownSignal extends Signal {
  id: string;
  /** whoever waits by then hears it */
  at: string;
  /** the dossier that threw it, which has heard it already; absent when a program sent it */
  from?: string;
  page: number;
  /** where the page begins */
  cursor?: string;
}

/** A signal for one dossier that waited when its page was read. */
export interface SignalFor extends Signal {
  dossier: string;
  at: string;
  from?: string;
}

type Thrown = Extract<Effect, { type: 'throw' }>;

/** Nobody inside took it: it goes to another dossier. */
export function sendOut(turn: Turn, { element, name, correlation, payload }: Thrown): void {
  const { dossier, context } = turn;
  const message: ThrownMessage = {
    from: dossier.code,
    element,
    name,
    ...(correlation !== undefined && { correlation }),
    ...(payload && { payload }),
  };
  tellThrown(turn, { type: 'message-thrown', element, after: named(message) });
  const id = `${THROWN_MESSAGE_JOB}:${nextId(turn)}`;
  turn.writes.push(context.jobs.schedule({ id, type: THROWN_MESSAGE_JOB, payload: message }));
}

/** It goes to every other dossier that waits for it. */
export function broadcast(turn: Turn, { element, name, payload = {} }: Thrown): void {
  const { dossier, context, at } = turn;
  tellThrown(turn, { type: 'signal-thrown', element, after: { name } });
  const signal = { id: nextId(turn), name, payload, at, from: dossier.code };
  turn.writes.push(context.jobs.schedule(signalJob({ ...signal, page: 1 })));
}

export const signalJob = (signal: ThrownSignal): NewJob => ({
  id: `${THROWN_SIGNAL_JOB}:${signal.id}:${signal.page}`,
  type: THROWN_SIGNAL_JOB,
  payload: signal,
});

/** What the history says of a message: its name, and its key when it bears one. */
export const named = ({ name, correlation }: Message) => ({
  name,
  ...(correlation !== undefined && { correlation }),
});

function tellThrown(
  turn: Turn,
  entry: { type: 'message-thrown' | 'signal-thrown'; element: string; after: object },
): void {
  record(turn, { ...entry, elementName: stepOf(turn, entry.element)?.name || entry.element });
}

function nextId({ dossier }: Turn): string {
  dossier.counts.jobs += 1;
  return `${dossier.code}:${dossier.counts.jobs}`;
}
