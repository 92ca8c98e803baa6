import type { DossierRecord } from './records.ts';

/** When an apology promised the result for later than the law lets it be due (R091, R093); nothing else is beside a due date. */
export const promisedBeyond = ({
  promisedAt,
  clock,
}: Pick<DossierRecord, 'promisedAt' | 'clock'>): string | undefined =>
  promisedAt !== undefined && clock !== undefined && promisedAt > clock.dueAt ? promisedAt : undefined;
