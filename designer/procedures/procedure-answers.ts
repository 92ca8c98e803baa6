/** What the form of a procedure's entry holds, and the body it is saved with. */
import type { Procedure, PutProcedure } from '../../server/contract/catalogue.ts';

export interface ProcedureAnswers extends Omit<PutProcedure, 'samples'> {
  /** of a new procedure */
  code?: string;
}

/** What the form does not show stays as it was. Papers without an id get one from their place. */
export function settingsOf(
  { code: _code, ...answers }: ProcedureAnswers,
  before: Procedure | undefined,
): PutProcedure {
  return {
    ...answers,
    policies: { ...before?.policies, ...answers.policies },
    components: (answers.components ?? []).map((component, index) => ({
      ...component,
      id: component.id || `paper-${index + 1}`,
    })),
    ...(before?.samples ? { samples: before.samples } : {}),
  };
}
