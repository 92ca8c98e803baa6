import { isoNow } from '../clock.ts';
import { localDay } from '../deadlines/local-time.ts';
import type { Stored } from '../store/store.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcessVersionRecord } from './records.ts';

/** The civil day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const today = ({ clock }: Pick<Catalogue, 'clock'>): string => localDay(isoNow(clock));

/**
 * The version that new dossiers follow: the newest published one whose day has come (R009). One that
 * is published for a later day waits beside it.
 */
export async function effectiveProcess(
  catalogue: Catalogue,
  code: string,
): Promise<Stored<ProcessVersionRecord> | null> {
  const { items } = await catalogue.processes.find({
    where: { state: 'published', procedure: code },
    limit: 1000,
  });
  const due = items.filter(({ doc }) => hasBegun(doc, today(catalogue)));
  return due.sort((left, right) => right.doc.version - left.doc.version)[0] ?? null;
}

export const hasBegun = ({ effectiveFrom }: ProcessVersionRecord, day: string): boolean =>
  effectiveFrom === undefined || effectiveFrom <= day;
