/** What was thrown comes to the dossiers that wait for it, each told in a commit of its own. */
import { systemActor } from '../access/actor.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import { execute } from './execute.ts';
import { findReceivers } from './find-receivers.ts';
import { deliver, hear } from './run-process.ts';
import type { Runtime } from './runtime.ts';
import {
  named,
  SIGNAL_FOR_JOB,
  type SignalFor,
  signalJob,
  THROWN_MESSAGE_JOB,
  THROWN_SIGNAL_JOB,
  type ThrownMessage,
  type ThrownSignal,
} from './thrown.ts';
import { record } from './turn.ts';
import { listeners } from './waiting.ts';

export const thrownHandlers = (runtime: Runtime): { [type: string]: JobHandler } => ({
  [THROWN_MESSAGE_JOB]: passOn(runtime),
  [THROWN_SIGNAL_JOB]: spread(runtime),
  [SIGNAL_FOR_JOB]: tellSignal(runtime),
});

/** To the one dossier that waits for it. When none or more than one does, the thrower's history says so. */
const passOn =
  (runtime: Runtime): JobHandler =>
  async ({ job, done }) => {
    const { from, element, ...message } = job.doc.payload as ThrownMessage;
    const [code, second] = await findReceivers(runtime, message, { except: from });
    if (code === undefined || second !== undefined) {
      await execute(runtime, {
        code: from,
        actor: systemActor,
        also: [done],
        act: (turn) => {
          const type = code === undefined ? 'message-unheard' : 'message-ambiguous';
          record(turn, { type, element, after: named(message) });
        },
      });
      return;
    }
    await execute(runtime, {
      code,
      actor: systemActor,
      also: [done],
      act: (turn) => {
        // It has moved on since it was found: the job is tried anew and looks again.
        if (!deliver(turn, message, { outside: { from } }))
          throw new Error(`${code} waits no more for ${message.name}`);
      },
    });
  };

/** Dossiers told by one job of a signal. */
const PAGE = 100;

/**
 * A page of those who wait: a job for each of them, and the job of the next page, in the commit that ends this one.
 * So a crash at any point neither forgets a dossier nor tells it twice.
 */
const spread =
  (runtime: Runtime): JobHandler =>
  async ({ job, done }) => {
    const signal = job.doc.payload as ThrownSignal;
    const { id, name, payload, at, from, cursor } = signal;
    const { items, next } = await runtime.dossiers.find({
      where: { 'subscriptions.name': name },
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    const waiting = items.filter(
      ({ doc }) => doc.code !== from && listeners(doc, { name, by: at }).length > 0,
    );
    const told = waiting.map(({ doc: { code: dossier } }) =>
      runtime.jobs.schedule({
        id: `${SIGNAL_FOR_JOB}:${id}:${dossier}`,
        type: SIGNAL_FOR_JOB,
        payload: { dossier, name, payload, at, ...(from && { from }) } satisfies SignalFor,
      }),
    );
    const following = next
      ? [runtime.jobs.schedule(signalJob({ ...signal, cursor: next, page: signal.page + 1 }))]
      : [];
    await runtime.store.commit([...told, ...following, done]);
    runtime.jobs.nudge();
  };

const tellSignal =
  (runtime: Runtime): JobHandler =>
  async ({ job, done }) => {
    const { dossier, at, from, ...signal } = job.doc.payload as SignalFor;
    await execute(runtime, {
      code: dossier,
      actor: systemActor,
      also: [done],
      // Who has moved on meanwhile hears nothing.
      act: (turn) => hear(turn, signal, { by: at, ...(from && { from }) }),
    });
  };
