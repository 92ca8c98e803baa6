/** Who must sign an extension slip or an apology (S2 Đ.25.1; R094). */
import { headsOf } from '../../access/heads-of.ts';
import type { Person } from '../../access/organisation.ts';
import type { DossierRecord } from '../../dossiers/records.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { liesAtCounter } from './marks.ts';

export interface Signer {
  unit: string;
  unitName: string;
  /** its heads */
  people: Person[];
}

/**
 * The head of the resolving body; of the receiving unit when the dossier lies at its counter, or when the result is
 * returned elsewhere and it is the receiving unit that the applicant knows (S2 Đ.25.1a-c).
 */
export async function signerOf(
  { organisation }: Pick<Runtime, 'organisation'>,
  dossier: DossierRecord,
): Promise<Signer> {
  const atFault = isCounterAtFault(dossier) ? dossier.units.receiving : dossier.units.competent;
  const { unit, people } = await headsOf(organisation, atFault);
  return { unit: unit?.id ?? atFault, unitName: unit?.name ?? atFault, people };
}

const isCounterAtFault = (dossier: DossierRecord): boolean =>
  dossier.acceptedAt === undefined ||
  dossier.units.returning !== dossier.units.receiving ||
  liesAtCounter(dossier);
