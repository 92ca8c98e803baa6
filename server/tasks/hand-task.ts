/** Claiming, releasing and delegating an open task: who holds it changes, the process does not notice. */
import type { Asker } from '../access/audit.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import { problem } from '../http/problem.ts';
import { execute, type Outcome } from '../runtime/execute.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { audit, involve, record, type Turn } from '../runtime/turn.ts';
import { receive } from './hand-over.ts';
import { openTaskOf, requestOf } from './open-task-of.ts';
import { dossierOfTask } from './records.ts';
import { isCandidate, isMine, requireDoer, taskAbilities } from './who-may.ts';

interface HandOrder {
  id: string;
  asker: Asker;
}

/** Takes an unclaimed task of one's position; claiming one's own again changes nothing. */
export const claimTask = (runtime: Runtime, order: HandOrder): Promise<Outcome> =>
  hand(runtime, order, (turn, task) => {
    requireDoer(order.asker.actor, task);
    if (isMine(order.asker.actor, task)) return;
    assign(task, { id: turn.actor.id, name: turn.actor.name });
    receive(turn, task);
    tellHanded(turn, task, { type: 'task-claimed' });
  });

/** Gives one's task back to its position. @throws Problem task.not-yours */
export const releaseTask = (runtime: Runtime, order: HandOrder): Promise<Outcome> =>
  hand(runtime, order, (turn, task) => {
    if (!taskAbilities(order.asker.actor, task).includes('release')) {
      throw problem('task.not-yours', 403, { values: { name: task.name } });
    }
    assign(task, undefined);
    tellHanded(turn, task, { type: 'task-released' });
  });

/** R070: assignment and re-assignment are recorded, with the reason. */
export async function delegateTask(
  runtime: Runtime,
  order: HandOrder & { to: string; reason: string },
): Promise<Outcome> {
  const person = await runtime.organisation.person(order.to);
  if (!person)
    throw problem('task.unknown-person', 422, { errors: [{ pointer: '/to', code: 'task.unknown-person' }] });
  return hand(runtime, order, (turn, task) => {
    if (!taskAbilities(order.asker.actor, task).includes('delegate')) {
      throw problem('task.not-yours', 403, { values: { name: task.name } });
    }
    const candidate = { ...turn.actor, id: person.id, positions: person.positions };
    if (!isCandidate(candidate, { ...task, role: undefined })) {
      throw problem('task.person-of-another-unit', 422, {
        values: { person: person.name, unit: task.unitName ?? '' },
        errors: [{ pointer: '/to', code: 'task.person-of-another-unit' }],
      });
    }
    assign(task, person);
    tellHanded(turn, task, { type: 'task-delegated', reason: order.reason });
  });
}

function hand(
  runtime: Runtime,
  { id, asker }: HandOrder,
  act: (turn: Turn, task: OpenTaskRecord) => void,
): Promise<Outcome> {
  return execute(runtime, {
    code: dossierOfTask(id),
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => act(turn, await openTaskOf(runtime, turn, id)),
  });
}

function assign(task: OpenTaskRecord, person: { id: string; name: string } | undefined): void {
  delete task.assignee;
  delete task.assigneeName;
  if (person) Object.assign(task, { assignee: person.id, assigneeName: person.name });
}

function tellHanded(turn: Turn, task: OpenTaskRecord, entry: { type: string; reason?: string }): void {
  turn.touched.add(task.id);
  involve(turn, task.unit);
  record(turn, {
    ...entry,
    element: task.element,
    elementName: task.name,
    after: { task: task.id, assignee: task.assignee, assigneeName: task.assigneeName },
  });
  audit(turn, entry.type.replace('-', '.'), task.element);
}
