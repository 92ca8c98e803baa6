/** A consulted agency has let its time pass: its head, the lead unit and the head of the counter hear of it (R014, DL18). */
import type { OpenTaskRecord } from '../../dossiers/records.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { isConsulted } from './is-consulted.ts';

export function tellLateConsultation(
  turn: Turn,
  { id, element, name, unit, unitName, role, assignee, dueAt }: OpenTaskRecord,
): void {
  record(turn, {
    type: 'consultation-overdue',
    element,
    elementName: name,
    after: { task: id, unit, unitName, role, assignee, dueAt },
  });
}

/** Silence counts as consent where the model says so: a timer has just closed the step, and it was late all the same. */
export function tellSilence(turn: Turn): void {
  for (const { task, status } of turn.closed) {
    const isLate = status === 'cancelled' && task.dueAt !== undefined && task.dueAt <= turn.at;
    if (isLate && isConsulted(task.unit, turn.dossier, turn.context)) tellLateConsultation(turn, task);
  }
}
