/** The same operation on many dossiers: each in a commit of its own, what cannot be is named with its reason. */
import type { z } from 'zod';
import type { Asker } from '../../access/audit.ts';
import type { operateMany as manyBody, manyOperated } from '../../contract/dossiers.ts';
import { Problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { operate } from './operate.ts';

/** One after the other, in the order given; a dossier named twice is told once. */
export async function operateMany(
  runtime: Runtime,
  { order, asker, language }: { order: z.output<typeof manyBody>; asker: Asker; language: 'vi' | 'en' },
): Promise<z.input<typeof manyOperated>> {
  const done: string[] = [];
  const failed: { code: string; problem: string }[] = [];
  for (const code of new Set(order.dossiers)) {
    try {
      const { operation, body } = order;
      await operate(runtime, { code, operation, body: body as never, asker, language });
      done.push(code);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.push({ code, problem: error.code });
    }
  }
  return { done, failed };
}
