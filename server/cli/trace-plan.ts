/** The plan that a person wrote for `motcua trace`, checked before it is followed. */
import { z } from 'zod';
import type { Plan } from '../../engine/index.ts';
import { wrongInput } from './command.ts';
import { readJsonObject } from './read-input.ts';

const name = z.string().min(1);
const variables = z.record(z.string(), z.json());

const step = z.union([
  z.strictObject({ complete: name, output: variables.optional() }),
  z.strictObject({ fail: name, code: z.string().optional(), message: z.string().optional() }),
  z.strictObject({ escalate: name, code: z.string() }),
  z.strictObject({ advance: z.iso.duration() }),
  z.strictObject({ message: name, payload: variables.optional(), correlation: z.json().optional() }),
  z.strictObject({ signal: name, payload: variables.optional() }),
  z.strictObject({ set: variables }),
]);

const plan = z.strictObject({ input: variables.optional(), steps: z.array(z.unknown()).optional() });

/** @throws Refusal that names the first step that is none */
export async function readPlan(file: string): Promise<Plan> {
  const outline = plan.safeParse(await readJsonObject(file));
  if (!outline.success) throw wrongInput('trace.plan-wrong', { file });
  const { input, steps = [] } = outline.data;
  steps.forEach((candidate, index) => {
    if (!step.safeParse(candidate).success)
      throw wrongInput('trace.step-wrong', { file, number: index + 1, step: JSON.stringify(candidate) });
  });
  return { ...(input ? { input } : {}), steps } as Plan;
}
