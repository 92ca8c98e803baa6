/** Tasks: what the process asks of a person. */
import { z } from 'zod';
import { instant, jsonObject, page, pageQuery } from './common.ts';
import { attachment } from './dossiers.ts';

export const urgency = z.enum(['overdue', 'today', 'soon', 'later']);

export const taskResource = z.object({
  id: z.string(),
  dossier: z.object({
    id: z.string(),
    code: z.string(),
    procedure: z.string(),
    procedureName: z.string(),
    applicant: z.string(),
    dueAt: instant.optional(),
  }),
  element: z.string(),
  name: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  role: z.string().optional(),
  assignee: z.string().optional(),
  assigneeName: z.string().optional(),
  status: z.enum(['open', 'completed', 'cancelled']),
  openedAt: instant,
  dueAt: instant.optional(),
  closedAt: instant.optional(),
  form: z
    .object({ key: z.string(), version: z.number().int(), schema: jsonObject, ui: jsonObject })
    .optional(),
  urgency,
  /** `claim`, `release`, `complete`, `delegate` */
  abilities: z.array(z.string()),
  /** CLOCK=manual only: an output that the step's form accepts */
  sample: jsonObject.optional(),
});

export const taskQuery = pageQuery.extend({
  scope: z.enum(['mine', 'unit', 'claimable', 'all']).default('mine'),
  due: urgency.optional(),
  procedure: z.string().optional(),
  q: z.string().max(200).optional(),
});

export const taskPage = page(taskResource).extend({
  counts: z.object({ overdue: z.number(), today: z.number(), soon: z.number(), later: z.number() }),
});

export const completeTask = z.object({
  output: jsonObject.default({}),
  comment: z.string().max(2000).optional(),
  attachments: z.array(attachment).max(20).default([]),
});
export const recallTask = z.object({ reason: z.string().trim().min(1).max(2000) });
/** Everything that `from` holds, or the named ones of it, goes to `to`. */
export const handOver = z.object({
  from: z.string(),
  to: z.string(),
  reason: z.string().trim().min(1).max(2000),
  tasks: z.array(z.string().max(100)).max(100).optional(),
});
export const handOverAnswer = z.object({
  handed: z.array(z.string()),
  failed: z.array(z.object({ id: z.string(), code: z.string() })),
  /** how many are still with `from`: ask again */
  left: z.number().int(),
});
export const delegateTask = z.object({ to: z.string(), reason: z.string().trim().min(1).max(2000) });

export type Task = z.infer<typeof taskResource>;
export type TaskPage = z.infer<typeof taskPage>;
export type Urgency = z.infer<typeof urgency>;
