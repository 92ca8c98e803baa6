import type { Unit } from '../contract/access.ts';

/** Units by id, as far as the way up is known. */
export type UnitTree = ReadonlyMap<string, Pick<Unit, 'parent'>>;

/** The department or commune that a unit is a part of: what stands right below the province, or the unit itself. */
export function houseOf(unit: string, units: UnitTree): string {
  return chainOf(unit, units).at(-2) ?? unit;
}

/** A unit and those above it. */
export function chainOf(unit: string, units: UnitTree): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = unit; at !== undefined; at = units.get(at)?.parent) chain.push(at);
  return chain;
}
