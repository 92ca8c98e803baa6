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

/** A unit and those above it. */
function chainOf(unit: string, units: TurnContext['units']): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = unit; at !== undefined; at = units.get(at)?.parent) chain.push(at);
  return chain;
}

/** The department or commune that a unit is a part of: what stands right below the province. */
function houseOf(unit: string, units: TurnContext['units']): string {
  const chain = chainOf(unit, units);
  return chain.at(-2) ?? unit;
}
