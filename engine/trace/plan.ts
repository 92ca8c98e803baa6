import type { Json, Variables } from '../types.ts';

/** One thing that happens to a traced process, on the first open occurrence that it fits. */
export type PlanStep =
  | { complete: string; output?: Variables }
  | { fail: string; code?: string; message?: string }
  | { escalate: string; code: string }
  | { advance: string }
  | { message: string; payload?: Variables; correlation?: Json }
  | { signal: string; payload?: Variables }
  | { set: Variables };

/** What `motcua trace --plan` reads. */
export interface Plan {
  input?: Variables;
  steps?: PlanStep[];
}

/** The element a step waits for: its job is not done by itself while the step is to come. */
export function plannedElement(step: PlanStep): string | undefined {
  if ('complete' in step) return step.complete;
  if ('fail' in step) return step.fail;
  return 'escalate' in step ? step.escalate : undefined;
}
