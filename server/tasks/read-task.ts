/** One task with the form that its step shows. */
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import type { Task } from '../contract/tasks.ts';
import { maySee } from '../dossiers/capacities.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TaskRecord } from './records.ts';
import { urgencySpans } from './urgency.ts';
import { viewTask } from './view-task.ts';

/** @throws Problem task.not-found, also for a task of a dossier that this person may not see */
export async function readTask(runtime: Runtime, { id, actor }: { id: string; actor: Actor }): Promise<Task> {
  const task = await runtime.tasks.get(id);
  const dossier = task && (await runtime.dossiers.get(task.doc.dossier));
  if (!task || !dossier || !maySee(actor, dossier.doc))
    throw problem('task.not-found', 404, { values: { id } });
  const { form } = task.doc;
  const [view, version] = await Promise.all([
    showTask(runtime, { id, doc: task.doc, actor }),
    form ? runtime.catalogue.formVersion(form.key, form.version) : null,
  ]);
  const isDemonstration = runtime.clock.moveTo !== undefined && task.doc.status === 'open';
  const sample = isDemonstration ? (version ? version.sample() : {}) : undefined;
  return {
    ...view,
    ...(version && {
      form: { key: version.key, version: version.version, schema: version.schema, ui: version.ui },
    }),
    ...(sample && { sample }),
  };
}

/** A task as it stands, without its form. */
export async function showTask(
  runtime: Runtime,
  { id, doc, actor }: { id: string; doc: TaskRecord; actor: Actor },
): Promise<Task> {
  const now = isoNow(runtime.clock);
  return viewTask(runtime, { id, doc }, { actor, now, spans: await urgencySpans(runtime, now, actor) });
}
