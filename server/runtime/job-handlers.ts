/** Jobs of a process come back as commands: a timer fires, a service has done its work or failed. */
import type { Variables } from '../../engine/types.ts';
import { systemActor } from '../access/actor.ts';
import { tellSilence } from '../deadlines/watch/tell-late-consultation.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import { execute } from './execute.ts';
import {
  SERVICE_JOB,
  type ServicePayload,
  TIMER_JOB,
  type TimerPayload,
  takeJobBack,
} from './process-jobs.ts';
import { tell } from './run-process.ts';
import type { Runtime } from './runtime.ts';
import { stepOf } from './step-of.ts';
import { thrownHandlers } from './thrown-handlers.ts';
import { record, type Turn } from './turn.ts';

/** By job type. A job's end is in the commit of what it sets off, so that neither happens twice. */
export const processJobHandlers = (runtime: Runtime): { [type: string]: JobHandler } => ({
  [TIMER_JOB]: fireTimer(runtime),
  [SERVICE_JOB]: doService(runtime),
  ...thrownHandlers(runtime),
});

const fireTimer =
  (runtime: Runtime): JobHandler =>
  async ({ job, done }) => {
    const payload = job.doc.payload as TimerPayload;
    await execute(runtime, {
      code: payload.dossier,
      actor: systemActor,
      also: [done],
      act: (turn) => {
        // Cancelled while it was being taken: nothing to do, and the job is over.
        if (!takeJobBack(turn, payload, job.id)) return;
        record(turn, { type: 'timer-fired', ...placed(turn, payload) });
        tell(turn, payload.instance, { type: 'fire-timer', occurrence: payload.occurrence });
        tellSilence(turn);
      },
    });
  };

/** The connector works outside the commit, at least once; what it gave comes back in one. */
const doService =
  (runtime: Runtime): JobHandler =>
  async ({ job, done, attempt }) => {
    const payload = job.doc.payload as ServicePayload;
    const result = await callConnector(runtime, payload, attempt);
    if ('retry' in result) throw result.retry;
    await execute(runtime, {
      code: payload.dossier,
      actor: systemActor,
      also: [done],
      act: (turn) => {
        if (!takeJobBack(turn, payload, job.id)) return;
        const { instance, occurrence } = payload;
        if ('output' in result) {
          record(turn, { type: 'service-done', ...placed(turn, payload), after: { topic: payload.topic } });
          tell(turn, instance, { type: 'job-done', occurrence, output: result.output });
        } else {
          record(turn, { type: 'service-failed', ...placed(turn, payload), reason: result.failure });
          tell(turn, instance, { type: 'job-failed', occurrence, message: result.failure });
        }
      },
    });
  };

/** Tries of a connector before the process itself is told of the failure. */
const CONNECTOR_TRIES = 5;

type Result = { output: Variables } | { failure: string } | { retry: unknown };

/** A task without a topic has nothing outside to do: a sent message is its history entry. */
async function callConnector(
  { connectors }: Runtime,
  { topic, input }: ServicePayload,
  attempt: number,
): Promise<Result> {
  if (topic === '') return { output: {} };
  const connector = connectors[topic];
  if (!connector) return { failure: `no connector for topic ${topic}` };
  try {
    return { output: await connector(input) };
  } catch (error) {
    if (attempt < CONNECTOR_TRIES) return { retry: error };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

const placed = (turn: Turn, { element }: TimerPayload) => ({
  element,
  elementName: stepOf(turn, element)?.name ?? element,
});
