/** Many papers printed into one PDF. */
import { z } from 'zod';
import { day, instant } from './common.ts';

/** Papers that one PDF takes at most. */
export const BATCH_LIMIT = 300;

const kind = z.string().trim().min(1).max(100);
const codes = z.array(z.string().max(100)).min(1).max(BATCH_LIMIT);

export const orderBatch = z.discriminatedUnion('of', [
  /** papers one by one, in this order */
  z.object({
    of: z.literal('papers'),
    papers: z
      .array(z.object({ dossier: z.string().max(100), id: z.string().max(100) }))
      .min(1)
      .max(BATCH_LIMIT),
  }),
  /** of each dossier the newest paper of the kind that stands */
  z.object({ of: z.literal('dossiers'), dossiers: codes, kind }),
  /** every paper of the kind that was issued on the day, of dossiers that the caller may see */
  z.object({ of: z.literal('day'), day, kind }),
  /** the list with which results of these dossiers are handed over, and who takes them */
  z.object({ of: z.literal('handover'), dossiers: codes, receiver: z.string().trim().max(200).default('') }),
]);

export const batchResource = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done']),
  /** papers, and how many of them are done */
  total: z.number().int(),
  done: z.number().int(),
  /** papers that could not be printed, and why */
  skipped: z.array(z.object({ dossier: z.string(), id: z.string(), code: z.string() })),
  orderedAt: instant,
  /** the PDF, once it is there */
  href: z.string().optional(),
});

export type OrderBatch = z.output<typeof orderBatch>;
export type Batch = z.infer<typeof batchResource>;
