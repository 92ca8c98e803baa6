/** A dry run as data: what was done, and what came of it. Kept with a process, it is a test of it. */
import { z } from 'zod';
import { instant, jsonObject } from '../common.ts';

/** Each step acts on the first open occurrence of its element. */
export const trialStep = z.union([
  z.strictObject({ complete: z.string().max(200), output: jsonObject }),
  z.strictObject({ until: instant }),
  z.strictObject({ operation: z.string().max(60), reason: z.string().max(2000), dueAt: instant.optional() }),
  z.strictObject({ work: z.string().max(200), code: z.string().max(100).optional() }),
  z.strictObject({ deliver: z.string().max(200) }),
]);

export const trialOutcome = z.object({
  /** steps in the order in which they were opened */
  path: z.array(z.string().max(200)).max(2000),
  /** papers in the order in which they were made out */
  papers: z.array(z.string().max(100)).max(200),
  status: z.enum(['running', 'suspended', 'completed', 'failed', 'cancelled']),
  dueAt: instant.optional(),
});

export const trial = z.object({
  name: z.string().trim().min(1).max(200),
  receivedAt: instant,
  input: jsonObject,
  steps: z.array(trialStep).max(500),
  expected: trialOutcome,
});

export type TrialStep = z.infer<typeof trialStep>;
export type TrialOutcome = z.infer<typeof trialOutcome>;
export type Trial = z.infer<typeof trial>;
