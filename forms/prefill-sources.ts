/** What a field may be filled in from, in the order of preference that its `ui:from` has. */
export const PREFILL_SOURCES = [
  'applicant.fullName',
  'applicant.identifier',
  'applicant.birthDate',
  'applicant.address',
  'applicant.phone',
  'applicant.email',
  'submitter.fullName',
  'submitter.identifier',
  'submitter.phone',
  'earlier',
] as const;

export type PrefillSource = (typeof PREFILL_SOURCES)[number];
