/** Completing a task: its output is checked against the step's form, the process moves on, all in one commit. */
import type { z } from 'zod';
import type { Variables } from '../../engine/types.ts';
import type { Asker } from '../access/audit.ts';
import type { completeTask } from '../contract/tasks.ts';
import { issueDocument } from '../documents/issue-document.ts';
import { markReturned } from '../dossiers/mark-returned.ts';
import { OPERATION_NAMES } from '../dossiers/operation-names.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import { refuseWrongForm } from '../dossiers/wrong-form.ts';
import { problem } from '../http/problem.ts';
import { execute, type Outcome } from '../runtime/execute.ts';
import { tell } from '../runtime/run-process.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { stepOf } from '../runtime/step-of.ts';
import { audit, type Turn } from '../runtime/turn.ts';
import { closeTask } from './open-task.ts';
import { openTaskOf, requestOf } from './open-task-of.ts';
import { dossierOfTask } from './records.ts';
import { requireDoer } from './who-may.ts';

export type Completed = z.output<typeof completeTask>;

/**
 * @throws Problem task.not-found, task.already-completed (who and when), task.claimed-by-another,
 *   task.not-yours, task.wrong-form, dossier.on-hold
 */
export async function completeTaskById(
  runtime: Runtime,
  { id, body, asker, language }: { id: string; body: Completed; asker: Asker; language: 'vi' | 'en' },
): Promise<Outcome> {
  return execute(runtime, {
    code: dossierOfTask(id),
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => {
      const task = await openTaskOf(runtime, turn, id);
      requireDoer(asker.actor, task);
      refuseOnHold(turn);
      const form = task.form && (await runtime.catalogue.formVersion(task.form.key, task.form.version));
      const faults = form?.check(body.output, language) ?? [];
      refuseWrongForm(faults, { code: 'task.wrong-form', under: '/output' });
      finishStep(turn, task, { ...body, output: form ? form.submitted(body.output) : body.output });
    },
  });
}

/** Closes a task and lets the process go on; the papers of its step are issued, and a return is recorded. */
export function finishStep(turn: Turn, task: OpenTaskRecord, body: Completed): void {
  const step = stepOf(turn, task.element);
  closeTask(turn, task, body);
  if (step?.actions.includes('return')) markReturned(turn, returnOf(turn, body.output));
  tell(turn, task.instance, {
    type: 'complete',
    occurrence: task.occurrence,
    output: body.output as Variables,
  });
  // After the process has moved on: a control slip names whom the dossier went to.
  for (const kind of step?.documents ?? []) issueDocument(turn, kind, { reason: reasonOf(body) });
  audit(turn, 'task.complete', task.element);
}

/** While a supplement, a payment or a suspension is awaited nobody works on the dossier (DL17). */
function refuseOnHold({ dossier }: Turn): void {
  if (!dossier.hold) return;
  throw problem('dossier.on-hold', 409, {
    values: { code: dossier.code, operation: OPERATION_NAMES[dossier.hold.operation] },
  });
}

/** What the step's own form says of the reason goes before a remark beside it. */
const reasonOf = ({ output, comment = '' }: Completed): string =>
  typeof output.reason === 'string' && output.reason.trim() ? output.reason : comment;

const METHODS = ['counter', 'postal', 'electronic'] as const;

/** A return step's own form may say to whom and how; otherwise as the applicant registered (R060). */
function returnOf({ dossier }: Turn, output: Record<string, unknown>) {
  const named = [output.to, output.returnedTo].find((value) => typeof value === 'string' && value);
  return {
    to:
      typeof named === 'string'
        ? named
        : (dossier.applicant.submitter?.fullName ?? dossier.applicant.fullName),
    method:
      METHODS.find((method) => method === (output.method ?? output.returnMethod)) ?? dossier.delivery.method,
  };
}
