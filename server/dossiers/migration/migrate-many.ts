/** Moves a page of running dossiers to a version: each in a commit of its own, what cannot move is named (R010). */
import type { z } from 'zod';
import type { Asker } from '../../access/audit.ts';
import type { migrateMany as manyBody, manyMigrated } from '../../contract/migration.ts';
import { Problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { migrateDossier } from './migrate-dossier.ts';
import { previewMigration } from './preview.ts';

/**
 * The dossiers of `body.dossiers`, or a page of all that follow another version: the caller goes on with `next`
 * and so sees how far it has come. A dossier that does not fit stays as it is.
 */
export async function migrateMany(
  runtime: Runtime,
  order: { procedure: string; version: number; body: z.output<typeof manyBody>; asker: Asker },
): Promise<z.input<typeof manyMigrated>> {
  const { procedure, version, body, asker } = order;
  const { reason, mapping } = body;
  const { items, next } = await previewMigration(runtime, { procedure, version, body, actor: asker.actor });
  const moved: string[] = [];
  const failed: { code: string; problem: string }[] = [];
  for (const { code } of items) {
    try {
      await migrateDossier(runtime, { code, body: { version, mapping, reason }, asker });
      moved.push(code);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.push({ code, problem: error.code });
    }
  }
  return { moved, failed, ...(next && { next }) };
}
