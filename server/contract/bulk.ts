/** Undertakings on many dossiers at once: looked at first, approved by a person, done in the background. */
import { z } from 'zod';
import { instant, pageQuery } from './common.ts';
import { migrationPreview } from './migration.ts';

export const bulkKind = z.enum(['recount', 'migration']);
export const bulkState = z.enum(['previewing', 'previewed', 'applying', 'done', 'cancelled']);
export const bulkRowState = z.enum(['waiting', 'done', 'skipped']);

/** Due dates counted again on a changed calendar; of one unit's dossiers only when it is named. */
export const startRecount = z.object({ unit: z.string().max(60).optional() });
/** Every running dossier of a procedure to another version of its process. */
export const startMigration = z.object({
  mapping: z.record(z.string().max(200), z.string().max(200)).default({}),
});

const person = z.object({ id: z.string(), name: z.string() });

export const bulkRun = z.object({
  id: z.string(),
  kind: bulkKind,
  state: bulkState,
  /** `recount` of one unit's dossiers */
  unit: z.string().optional(),
  /** `migration` */
  procedure: z.string().optional(),
  version: z.number().int().optional(),
  startedAt: instant,
  startedBy: person,
  approvedAt: instant.optional(),
  approvedBy: person.optional(),
  reason: z.string().optional(),
  /** number and date of the text that orders it */
  decision: z.string().optional(),
  endedAt: instant.optional(),
  counts: z.object({
    /** dossiers the preview has looked at so far */
    looked: z.number().int(),
    /** of those, what it concerns: `waiting + done + skipped` */
    concerned: z.number().int(),
    waiting: z.number().int(),
    done: z.number().int(),
    skipped: z.number().int(),
  }),
  /** `approve`, `cancel` */
  abilities: z.array(z.string()),
});
export const bulkRunQuery = pageQuery.extend({ kind: bulkKind.optional() });
export const approveBulk = z.object({
  reason: z.string().trim().min(1).max(2000),
  decision: z.string().trim().max(200).optional(),
});

/** A day that was a working day and is none any more, the other way round, or has other hours. */
export const changedDay = z.object({
  date: z.iso.date(),
  name: z.string(),
  change: z.enum(['off', 'working', 'hours']),
});

export const recountPreview = z.object({
  code: z.string(),
  procedure: z.string(),
  /** the clock stands still: the new date moves on with the wait */
  isPaused: z.boolean(),
  due: z.object({ before: instant, after: instant }),
  tasks: z.array(z.object({ name: z.string(), before: instant, after: instant })),
  /** what changed in the calendar between the count and the due date */
  days: z.array(changedDay),
  /** the same in a sentence, in the caller's language */
  reason: z.string(),
});

export const bulkRow = z.object({
  code: z.string(),
  state: bulkRowState,
  /** why it was skipped: a problem's code */
  problem: z.string().optional(),
  recount: recountPreview.optional(),
  migration: migrationPreview.optional(),
});
export const bulkRowQuery = pageQuery.extend({ state: bulkRowState.optional() });

export type BulkRun = z.infer<typeof bulkRun>;
export type BulkRow = z.infer<typeof bulkRow>;
export type ChangedDay = z.infer<typeof changedDay>;
