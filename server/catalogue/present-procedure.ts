import { abilityFor } from '../access/ability.ts';
import type { Actor } from '../access/actor.ts';
import type { Procedure } from '../contract/catalogue.ts';
import type { Stored } from '../store/store.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcedureRecord } from './records.ts';

/** A procedure as the API shows it; its samples only where the clock is moved by hand. */
export async function presentProcedure(
  catalogue: Catalogue,
  { doc }: Stored<ProcedureRecord>,
  actor: Actor,
): Promise<Procedure> {
  const { samples, ...settings } = doc;
  const [unit, active] = await Promise.all([
    catalogue.organisation.unit(doc.unit),
    catalogue.active.of(doc.code),
  ]);
  const may = abilityFor(actor);
  return {
    ...settings,
    unitName: unit?.name ?? doc.unit,
    ...(active ? { activeVersion: active } : {}),
    ...(catalogue.clock.moveTo ? { samples } : {}),
    abilities: [
      ...(may.can('update', 'Procedure') ? ['update'] : []),
      ...(may.can('create', 'Process') ? ['create-process'] : []),
      ...(active && may.can('create', 'Dossier') ? ['create-dossier'] : []),
    ],
  };
}
