/** What a turn needs beyond its dossier, by the versions that the dossier pinned; all of it from memory when warm. */
import type { Actor } from '../access/actor.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import { limitFor } from '../dossiers/start-promise.ts';
import type { ProcedureSettings } from './ports.ts';
import type { Runtime } from './runtime.ts';
import type { TurnContext } from './turn.ts';

/** @throws Error when a pinned version is gone, which publishing never lets happen */
export async function loadContext(
  runtime: Runtime,
  dossier: DossierRecord,
  actor: Actor,
): Promise<TurnContext> {
  const { catalogue, organisation, calendars } = runtime;
  const { procedure, pins, units } = dossier;
  const [settings, version, calendar, known, issuer] = await Promise.all([
    catalogue.procedure(procedure.code),
    catalogue.processVersion(procedure.code, pins.process),
    calendars.of(units.receiving),
    organisation.units(),
    actor.kind === 'user' ? organisation.person(actor.id) : null,
  ]);
  if (!settings || !version)
    throw new Error(`${dossier.code}: ${procedure.code} version ${pins.process} is gone`);
  return {
    procedure: pinnedSettings(settings, dossier),
    version,
    calendar,
    units: new Map(known.map((unit) => [unit.id, unit])),
    issuer,
    jobs: runtime.jobs,
    publicUrl: runtime.publicUrl,
    ...(runtime.signing && { signing: runtime.signing }),
  };
}

/** The limit promised at reception outlives a change of the procedure. */
function pinnedSettings(settings: ProcedureSettings, dossier: DossierRecord): ProcedureSettings {
  const pinned = { ...settings, ...dossier.pins.settings };
  return { ...pinned, timeLimit: limitFor(dossier, pinned) };
}
