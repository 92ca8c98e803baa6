/** Where an applicant's dossier stands: agency, person, reception, handling and return (R135; NĐ224 Đ.15.1g). */
import { promisedBeyond } from '../dossiers/promised-at.ts';
import type { DossierRecord, HistoryEntry } from '../dossiers/records.ts';

export interface Standing {
  /** who has it: the counter's house until the receipt, then the body that resolves it */
  agency: string;
  /** who has just done something with it */
  by: string;
  changedAt: string;
  receivedAt: string;
  /** absent where no date was promised (DL28), and once the result was handed over */
  dueAt?: string;
  returnedAt?: string;
}

/** At the moment of a change that its history tells. */
export function standingOf(
  dossier: DossierRecord,
  { entry, at }: { entry: HistoryEntry; at: string },
): Standing {
  const { units, acceptedAt, receivedAt, clock, delivery } = dossier;
  const { returnedAt } = delivery;
  const dueAt = promisedBeyond(dossier) ?? clock?.dueAt;
  return {
    agency: acceptedAt === undefined ? units.receivingName : units.competentName,
    by: entry.actor.name,
    changedAt: at,
    receivedAt,
    ...(returnedAt ? { returnedAt } : dueAt && { dueAt }),
  };
}
