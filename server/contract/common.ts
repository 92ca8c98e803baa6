/** Shapes that every capability's contract is made of. */
import { z } from 'zod';

/** Instant, ISO-8601 UTC. */
export const instant = z.iso.datetime();
/** A day of the civil calendar in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const day = z.iso.date();
export const localised = z.object({ vi: z.string(), en: z.string() });
export const json: z.ZodType<unknown> = z.unknown();
export const jsonObject = z.record(z.string(), z.unknown());

/** A list page: `next` is the cursor of the following page, absent on the last. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional(), total: z.number().int().optional() });

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: z.string().optional(),
});

/** RFC 9457. `errors[].pointer` is a JSON pointer into what was sent. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string().optional(), detail: z.string() }))
    .optional(),
});

export type Page<T> = { items: T[]; next?: string; total?: number };
export type ProblemDocument = z.infer<typeof problemDocument>;
export type Localised = z.infer<typeof localised>;
