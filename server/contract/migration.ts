/** Moving running dossiers to another version of their process (R010). */
import { z } from 'zod';
import { instant, localised } from './common.ts';
import { openTask } from './dossiers.ts';

/** element id of the old version -> the one that takes its place */
const mapping = z.record(z.string().max(200), z.string().max(200));

export const migrateDossier = z.object({
  version: z.number().int().positive(),
  mapping: mapping.default({}),
  reason: z.string().trim().min(1).max(2000),
});

/** Without `dossiers`, every running one of the procedure that follows another version, a page at a time. */
export const previewMigration = z.object({
  mapping: mapping.default({}),
  dossiers: z.array(z.string().max(100)).max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});

/** As the preview was asked for, with the reason that each dossier's history keeps. */
export const migrateMany = previewMigration.extend({ reason: z.string().trim().min(1).max(2000) });

export const manyMigrated = z.object({
  moved: z.array(z.string()),
  /** what stays as it is, and the code of the problem */
  failed: z.array(z.object({ code: z.string(), problem: z.string() })),
  /** of the following page */
  next: z.string().optional(),
});

const place = z.object({ element: z.string(), name: z.string() });

/** What a migration would do to one dossier. */
export const migrationPreview = z.object({
  code: z.string(),
  /** the version it follows now */
  version: z.number().int(),
  isPossible: z.boolean(),
  /** open steps and waits that stand on */
  moves: z.array(z.object({ from: place, to: place })),
  /** waits that the new version does not have */
  withdraws: z.array(place),
  /** what has no place there, and why */
  blocked: z.array(place.extend({ code: z.string(), reason: localised })),
  /** the promise to the citizen stays as it was made at reception */
  due: z.object({ before: instant.optional(), after: instant.optional() }),
  /** open tasks whose name, form or own due date changes; those that stay as they are too */
  tasks: z.array(z.object({ before: openTask, after: openTask })),
});

export type MigrationPreview = z.infer<typeof migrationPreview>;
export type ManyMigrated = z.infer<typeof manyMigrated>;
