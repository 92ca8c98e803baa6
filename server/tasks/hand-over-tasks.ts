/** Bulk hand-over: everything a person holds goes to another, task by task, each with its history (R070). */
import type { z } from 'zod';
import type { Asker } from '../access/audit.ts';
import type { handOver, handOverAnswer } from '../contract/tasks.ts';
import { Problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { delegateTask } from './hand-task.ts';

/** A call does so many; `left` says whether there are more. */
const AT_ONCE = 100;

/**
 * Each task is handed over in a commit of its own: what cannot be is named with its code, the others are done.
 * A repetition goes on with what is left.
 */
export async function handOverTasks(
  runtime: Runtime,
  { body, asker }: { body: z.output<typeof handOver>; asker: Asker },
): Promise<z.input<typeof handOverAnswer>> {
  const { ids, left } = await tasksOf(runtime, body);
  const handed: string[] = [];
  const failed: { id: string; code: string }[] = [];
  for (const id of ids) {
    try {
      await delegateTask(runtime, { id, asker, to: body.to, reason: body.reason });
      handed.push(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.push({ id, code: error.code });
    }
  }
  return { handed, failed, left };
}

async function tasksOf(
  { tasks }: Runtime,
  { from, tasks: named }: z.output<typeof handOver>,
): Promise<{ ids: string[]; left: number }> {
  const holder = `user:${from}`;
  if (named) {
    const found = await tasks.getMany(named);
    return { ids: found.filter(({ doc }) => doc.holder === holder).map(({ id }) => id), left: 0 };
  }
  const [{ items }, held] = await Promise.all([
    tasks.find({
      where: { holder },
      sort: ['holder', 'order'].map((field) => ({ field, direction: 'asc' as const })),
      limit: AT_ONCE,
    }),
    tasks.count({ where: { holder } }),
  ]);
  return { ids: items.map(({ id }) => id), left: held - items.length };
}
