import type { Unit } from '../contract/access.ts';
import type { Organisation, Person } from './organisation.ts';

/** The heads of a unit; of the nearest unit above it that has any. Nobody when none has. */
export async function headsOf(
  organisation: Organisation,
  id: string,
): Promise<{ unit: Unit | null; people: Person[] }> {
  const own = await organisation.unit(id);
  for (let unit = own; unit; unit = unit.parent ? await organisation.unit(unit.parent) : null) {
    const people = await organisation.holders('leader', unit.id);
    if (people.length > 0) return { unit, people };
  }
  return { unit: own, people: [] };
}
