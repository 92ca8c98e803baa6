/** What may be told to many dossiers in the same words. */
import type { Dossier, ManyOperation } from '../../server/contract/dossiers.ts';
import type { OperationFields } from '../dossier/operations/operation-body.ts';

export type { ManyOperation };

/** In the order in which they are offered; those that end something come last. */
const MANY: ManyOperation[] = ['accept', 'resume', 'suspend', 'transfer', 'return'];

/** Only what every one of them allows this person now. */
export const commonOperations = (dossiers: readonly Pick<Dossier, 'abilities'>[]): ManyOperation[] =>
  MANY.filter((operation) => dossiers.every(({ abilities }) => abilities.includes(operation)));

/** One person often collects several results: his name, when all of them are his. */
export function startingMany(
  operation: ManyOperation,
  dossiers: readonly Pick<Dossier, 'applicant' | 'delivery'>[],
): OperationFields {
  if (operation !== 'return') return {};
  const [to, ...others] = new Set(
    dossiers.map(({ applicant }) => applicant.submitter?.fullName ?? applicant.fullName),
  );
  return { method: dossiers[0]?.delivery.method, ...(to && others.length === 0 && { to }) };
}
