/** The stored row of a task, from what the dossier knows of it. */

import { searchWords } from '../access/search-words.ts';
import type { DossierRecord, OpenTaskRecord } from '../dossiers/records.ts';
import type { ClosedTask } from '../runtime/turn.ts';
import { holderOf, orderOf, type TaskRecord } from './records.ts';

export const openTaskDocument = (dossier: DossierRecord, task: OpenTaskRecord): TaskRecord => ({
  ...facts(dossier, task),
  status: 'open',
  holder: holderOf(task),
  ...(task.unit && { openUnit: task.unit }),
  open: true,
  search: searchWords(dossier.code, dossier.applicant.fullName),
});

export const closedTaskDocument = (dossier: DossierRecord, end: ClosedTask, at: string): TaskRecord => ({
  ...facts(dossier, end.task),
  status: end.status,
  closedAt: at,
  ...(end.by && { closedBy: end.by }),
  ...(end.output && { output: end.output }),
  ...(end.comment && { comment: end.comment }),
  ...(end.attachments?.length && { attachments: end.attachments }),
});

function facts(dossier: DossierRecord, task: OpenTaskRecord): Omit<TaskRecord, 'status'> {
  const { element, name, unit, unitName, role, assignee, assigneeName, openedAt, dueAt, form } = task;
  return {
    dossier: dossier.code,
    procedure: dossier.procedure.code,
    procedureName: dossier.procedure.name,
    applicant: dossier.applicant.fullName,
    ...(dossier.clock && { dossierDueAt: dossier.clock.dueAt }),
    element,
    name,
    ...(unit && { unit }),
    ...(unitName && { unitName }),
    ...(role && { role }),
    ...(assignee && { assignee }),
    ...(assigneeName && { assigneeName }),
    openedAt,
    ...(dueAt && { dueAt }),
    ...(form && { form }),
    order: orderOf(task.id, dueAt),
  };
}
