/** The open task of an id on a turn's dossier, or the reason why it is open no more. */
import type { Asker } from '../access/audit.ts';
import { showLocal } from '../deadlines/local-time.ts';
import type { OpenTaskRecord } from '../dossiers/records.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Turn } from '../runtime/turn.ts';

/** @throws Problem task.already-completed with who and when, task.cancelled, task.not-found */
export async function openTaskOf(runtime: Runtime, turn: Turn, id: string): Promise<OpenTaskRecord> {
  const open = turn.dossier.openTasks.find((task) => task.id === id);
  if (open) return open;
  const closed = await runtime.tasks.get(id);
  if (!closed) throw problem('task.not-found', 404, { values: { id } });
  const { status, closedAt, closedBy, name } = closed.doc;
  const at = closedAt ? showLocal(closedAt) : '';
  if (status === 'cancelled') throw problem('task.cancelled', 409, { values: { name, at } });
  throw problem('task.already-completed', 409, { values: { name, by: closedBy?.name ?? '', at } });
}

/** Where the request came from, as the audit trail keeps it. */
export const requestOf = ({ ip, requestId }: Asker) => ({
  ...(ip && { ip }),
  ...(requestId && { requestId }),
});
