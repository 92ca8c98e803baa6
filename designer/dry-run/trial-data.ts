/** Sample data for a trial: what a form accepts, and what the runtime would pass at the start. */
import type { Variables } from '../../engine/types.ts';
import { compileForm, sampleData } from '../../forms/index.ts';

interface FormSource {
  schema: unknown;
  ui: unknown;
}

/** @returns undefined for a form that does not compile or has no sample */
export function sampleOf({ schema, ui }: FormSource): unknown {
  const { form } = compileForm({ schema, ui });
  return form ? sampleData(form) : undefined;
}

/** @param application what the applicant filled in; the form's sample when absent */
export const trialInput = (
  form: FormSource | null | undefined,
  application: Variables | undefined,
): Variables => ({
  form: (application ?? (form && sampleOf(form)) ?? {}) as Variables,
  applicant: {},
  dossier: { code: 'TRIAL', channel: 'counter' },
});
