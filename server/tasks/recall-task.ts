/** Recall (thu hồi): whoever completed a step takes it back while nobody has taken up what followed from it. */

import type { Asker } from '../access/audit.ts';
import { OPERATION_NAMES } from '../dossiers/operation-names.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import { isFinal } from '../dossiers/statuses.ts';
import { problem } from '../http/problem.ts';
import { execute, type Outcome } from '../runtime/execute.ts';
import { tell } from '../runtime/run-process.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { audit, record, type Turn } from '../runtime/turn.ts';
import { requestOf } from './open-task-of.ts';
import { dossierOfTask, type TaskRecord } from './records.ts';
import { leadsUnitOf } from './who-may.ts';

export interface RecallOrder {
  /** the completed task */
  id: string;
  reason: string;
  asker: Asker;
}

/**
 * Ends the steps that followed and opens the recalled one anew, for the same person. Papers that were issued stay
 * issued; the history keeps both.
 * @throws Problem task.not-found, task.not-yours, task.cannot-recall (what followed was taken up, or nothing waits)
 */
export function recallTask(runtime: Runtime, { id, reason, asker }: RecallOrder): Promise<Outcome> {
  return execute(runtime, {
    code: dossierOfTask(id),
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => {
      const closed = await runtime.tasks.get(id);
      if (!closed) throw problem('task.not-found', 404, { values: { id } });
      const { doc } = closed;
      if (doc.closedBy?.id !== asker.actor.id && !leadsUnitOf(asker.actor, doc)) {
        throw problem('task.not-yours', 403, { values: { name: doc.name } });
      }
      const followers = followersOf(turn, { id, doc });
      record(turn, { type: 'task-recalled', element: doc.element, elementName: doc.name, reason });
      audit(turn, 'task.recall', doc.element);
      takeBack(turn, { followers, element: doc.element });
      giveTo(turn, doc);
    },
  });
}

/** The steps that this completion opened, all still untouched. */
function followersOf({ dossier }: Turn, { id, doc }: { id: string; doc: TaskRecord }): OpenTaskRecord[] {
  const refuse = (why: { vi: string; en: string }) =>
    problem('task.cannot-recall', 409, { values: { name: doc.name, why } });
  if (doc.status !== 'completed') throw refuse(WHY.open);
  if (isFinal(dossier.status)) throw refuse(WHY.ended);
  if (dossier.hold) throw refuse(OPERATION_NAMES[dossier.hold.operation]);
  const followers = dossier.openTasks.filter(({ follows }) => follows === id);
  if (followers.length === 0) throw refuse(WHY.gone);
  const taken = followers.find(({ assignee, performer }) => assignee && performer.assignee !== assignee);
  if (taken) throw refuse(WHY.taken(taken));
  return followers;
}

const WHY = {
  open: { vi: 'bước này chưa hoàn thành', en: 'it is not completed' },
  ended: { vi: 'hồ sơ đã kết thúc', en: 'the dossier has ended' },
  gone: { vi: 'bước tiếp theo đã được xử lý', en: 'what followed has been done' },
  taken: ({ name, assigneeName = '' }: OpenTaskRecord) => ({
    vi: `${assigneeName} đã nhận bước “${name}”`,
    en: `${assigneeName} has taken up “${name}”`,
  }),
};

function takeBack(
  turn: Turn,
  { followers, element }: { followers: OpenTaskRecord[]; element: string },
): void {
  const [{ instance }] = followers as [OpenTaskRecord];
  const from = followers
    .filter((follower) => follower.instance === instance)
    .map(({ occurrence }) => occurrence);
  tell(turn, instance, { type: 'jump', from, to: element });
}

/** It comes back to whoever had done it. */
function giveTo({ dossier, touched }: Turn, { element, closedBy }: TaskRecord): void {
  const again = dossier.openTasks.findLast((task) => task.element === element);
  if (!again || !closedBy) return;
  Object.assign(again, { assignee: closedBy.id, assigneeName: closedBy.name });
  touched.add(again.id);
}
