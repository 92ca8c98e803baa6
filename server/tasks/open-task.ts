/** The opening and closing of tasks as a process asks for it, on the working copy of a turn. */

import { stepDueAt } from '../../calendar/index.ts';
import type { Effect } from '../../engine/types.ts';
import { roleKey } from '../contract/access.ts';
import type { Attachment } from '../contract/dossiers.ts';
import { withinPromise } from '../dossiers/move-status.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import { stepOf } from '../runtime/step-of.ts';
import { involve, record, type Turn } from '../runtime/turn.ts';
import { giveOver, receive } from './hand-over.ts';
import { taskId } from './records.ts';

/** Opens it for (unit, role) of its performer, or for the one person who must do it. */
export function openTask(turn: Turn, instance: string, effect: Extract<Effect, { type: 'open-task' }>): void {
  const { dossier, context, at } = turn;
  const { occurrence, element, performer } = effect;
  const step = stepOf(turn, element);
  const who = performerOf(turn, performer);
  const limitAt = stepDueAt(step?.duration, { calendar: context.calendar, from: at });
  const form = step?.form;
  const formVersion = form === undefined ? undefined : dossier.pins.forms[form];
  const closing = turn.closed.at(-1);
  dossier.counts.tasks += 1;
  const task: OpenTaskRecord = {
    id: taskId(dossier.code, dossier.counts.tasks),
    version: 0,
    instance,
    occurrence,
    element,
    name: step?.name || element,
    ...who,
    openedAt: at,
    ...(closing?.status === 'completed' && { follows: closing.task.id }),
    ...(limitAt && withinPromise(limitAt, dossier.clock)),
    ...(form && formVersion !== undefined && { form: { key: form, version: formVersion } }),
  };
  dossier.openTasks.push(task);
  turn.touched.add(task.id);
  involve(turn, task.unit);
  giveOver(turn, task);
  record(turn, { type: 'task-opened', element, elementName: task.name, after: told(task) });
}

/** The process no longer wants it: somebody else's path was taken, or the dossier was stopped. */
export function cancelOpenTask(turn: Turn, at: { instance: string; occurrence: string }): void {
  const task = takeOut(turn, at);
  if (!task) return;
  turn.closed.push({ task, status: 'cancelled' });
  record(turn, { type: 'task-cancelled', element: task.element, elementName: task.name });
}

export interface Completion {
  output: Record<string, unknown>;
  comment?: string;
  attachments?: Attachment[];
}

/** Closes a task as done by the turn's actor; the process is told by the caller. */
export function closeTask(
  turn: Turn,
  task: OpenTaskRecord,
  { output, comment, attachments }: Completion,
): void {
  takeOut(turn, task);
  receive(turn, task);
  const by = { id: turn.actor.id, name: turn.actor.name };
  turn.dossier.performedBy[task.element] = { ...by, ...(task.unit && { unit: task.unit }) };
  turn.closed.push({
    task,
    status: 'completed',
    by,
    output,
    ...(comment && { comment }),
    ...(attachments && { attachments }),
  });
  record(turn, {
    type: 'task-completed',
    element: task.element,
    elementName: task.name,
    after: { task: task.id, output },
    ...(comment && { reason: comment }),
  });
}

function takeOut(turn: Turn, at: { instance: string; occurrence: string }): OpenTaskRecord | undefined {
  const { openTasks } = turn.dossier;
  const index = openTasks.findIndex(
    (task) => task.instance === at.instance && task.occurrence === at.occurrence,
  );
  return index < 0 ? undefined : openTasks.splice(index, 1)[0];
}

/** A step without a unit is the competent unit's; one of the counter's without a unit, the receiving unit's. */
function performerOf(turn: Turn, performer: Extract<Effect, { type: 'open-task' }>['performer']) {
  const { dossier, context } = turn;
  const role = roleKey.safeParse(performer.role).data;
  const same = performer.sameAs ? dossier.performedBy[performer.sameAs] : undefined;
  const assignee = performer.assignee ?? same?.id;
  const unit =
    performer.unit ?? same?.unit ?? (role === 'counter' ? dossier.units.receiving : dossier.units.competent);
  return {
    performer,
    unit,
    unitName: context.units.get(unit)?.name ?? unit,
    ...(role && { role }),
    ...(assignee && { assignee }),
    ...(assignee && same?.id === assignee && { assigneeName: same.name }),
  };
}

const told = ({ id, unit, unitName, role, assignee, dueAt }: OpenTaskRecord) => ({
  task: id,
  unit,
  unitName,
  role,
  assignee,
  dueAt,
});
