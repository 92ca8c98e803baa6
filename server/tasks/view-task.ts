/** A task as the contract shows it. */
import type { Actor } from '../access/actor.ts';
import type { Task } from '../contract/tasks.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TaskRecord } from './records.ts';
import { type Spans, urgencyOf } from './urgency.ts';
import { taskAbilities } from './who-may.ts';

export interface TaskViewer {
  actor: Actor;
  now: string;
  spans: Spans;
}

/** Without its form; see `readTask`. */
export async function viewTask(
  { organisation }: Pick<Runtime, 'organisation'>,
  { id, doc }: { id: string; doc: TaskRecord },
  { actor, spans }: TaskViewer,
): Promise<Task> {
  // An assignee that the model named is known by id alone until somebody looks.
  const assigneeName =
    doc.assigneeName ?? (doc.assignee && ((await organisation.person(doc.assignee))?.name ?? doc.assignee));
  return {
    id,
    dossier: {
      id: doc.dossier,
      code: doc.dossier,
      procedure: doc.procedure,
      procedureName: doc.procedureName,
      applicant: doc.applicant,
      ...(doc.dossierDueAt && { dueAt: doc.dossierDueAt }),
    },
    element: doc.element,
    name: doc.name,
    ...(doc.unit && { unit: doc.unit }),
    ...(doc.unitName && { unitName: doc.unitName }),
    ...(doc.role && { role: doc.role }),
    ...(doc.assignee && { assignee: doc.assignee }),
    ...(assigneeName && { assigneeName }),
    status: doc.status,
    openedAt: doc.openedAt,
    ...(doc.dueAt && { dueAt: doc.dueAt }),
    ...(doc.closedAt && { closedAt: doc.closedAt }),
    urgency: urgencyOf(doc, spans),
    abilities: doc.status === 'open' ? taskAbilities(actor, doc) : [],
  };
}
