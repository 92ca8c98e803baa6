/** What each effect of the kernel makes of a dossier: one entry a kind, all within the turn. */

import { timerInstant } from '../../calendar/index.ts';
import type { Effect } from '../../engine/types.ts';
import { cancelOpenTask, openTask } from '../tasks/open-task.ts';
import { placeName } from './place-name.ts';
import { cancelJob, SERVICE_JOB, scheduleJob, TIMER_JOB } from './process-jobs.ts';
import { record, type Turn } from './turn.ts';

type Carry = {
  [T in Effect['type']]?: (turn: Turn, instance: string, effect: Extract<Effect, { type: T }>) => void;
};

const CARRY: Carry = {
  'open-task': openTask,
  'cancel-task': (turn, instance, { occurrence }) => cancelOpenTask(turn, { instance, occurrence }),

  'schedule-timer': (turn, instance, { occurrence, element, due }) =>
    scheduleJob(turn, {
      type: TIMER_JOB,
      runAt: timerInstant(due, turn.context.calendar),
      payload: { dossier: turn.dossier.code, instance, occurrence, element },
    }),
  'cancel-timer': (turn, instance, { occurrence }) => cancelJob(turn, { instance, occurrence }),

  'run-job': (turn, instance, { occurrence, element, kind, topic = '', input }) =>
    scheduleJob(turn, {
      type: SERVICE_JOB,
      payload: { dossier: turn.dossier.code, instance, occurrence, element, kind, topic, input },
    }),
  'cancel-job': (turn, instance, { occurrence }) => cancelJob(turn, { instance, occurrence }),

  subscribe: (turn, instance, { occurrence, kind, name, correlation }) => {
    turn.dossier.subscriptions.push({
      instance,
      occurrence,
      kind,
      name,
      ...(correlation !== undefined && { correlation }),
      since: turn.at,
    });
  },
  unsubscribe: (turn, instance, { occurrence }) => {
    const { subscriptions } = turn.dossier;
    turn.dossier.subscriptions = subscriptions.filter(
      (each) => each.instance !== instance || each.occurrence !== occurrence,
    );
  },

  incident: (turn, _instance, { element, code, message }) =>
    record(turn, { type: 'incident', ...placed(turn, element), reason: message.vi, after: { code } }),
  'incident-resolved': (turn, _instance, { element }) =>
    record(turn, { type: 'incident-resolved', ...placed(turn, element) }),
};

/** Effects that move other instances (calls, thrown messages, ends) are followed by run-process. */
export function carryOut(turn: Turn, instance: string, effect: Effect): void {
  const carry = CARRY[effect.type] as ((turn: Turn, instance: string, effect: Effect) => void) | undefined;
  carry?.(turn, instance, effect);
}

const placed = ({ context }: Turn, element: string) => ({
  element,
  elementName: placeName(context.version, element).vi,
});
