import { chainOf, houseOf } from '../../access/house-of.ts';
import type { DossierRecord } from '../../dossiers/records.ts';
import type { TurnContext } from '../../runtime/turn.ts';

/**
 * Whether a step's unit is another agency that was asked for its opinion (NĐ61 Đ.19.5): neither the body that
 * resolves, nor one above it that decides, nor the house of the counter.
 */
export function isConsulted(
  unit: string | undefined,
  { units: { receiving, competent } }: Pick<DossierRecord, 'units'>,
  { units }: Pick<TurnContext, 'units'>,
): boolean {
  if (unit === undefined || chainOf(competent, units).includes(unit)) return false;
  return ![competent, receiving].some((own) => houseOf(own, units) === houseOf(unit, units));
}
