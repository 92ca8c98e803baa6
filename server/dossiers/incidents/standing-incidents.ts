/** The open incidents of a dossier, as the kernel's states have them. */
import { openIncidents } from '../../../engine/index.ts';
import type { Variables } from '../../../engine/types.ts';
import { placeName } from '../../runtime/place-name.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import type { DossierRecord, IncidentRecord } from '../records.ts';

export interface StandingIncident extends IncidentRecord {
  id: string;
  /** what the expressions of its place see */
  variables: Variables;
}

/**
 * Oldest first, of called processes too. One that was not there before arose at `at`; what was stored before incidents
 * were kept gets that moment as well.
 */
export function standingIncidents(
  { instances, incidents = [] }: Pick<DossierRecord, 'instances' | 'incidents'>,
  { version, at }: { version: CompiledVersion; at: string },
): StandingIncident[] {
  const since = new Map(incidents.map((known) => [incidentId(known), known.at]));
  return Object.entries(instances)
    .flatMap(([instance, { definition, state }]) => {
      const process = version.processes[definition];
      return process ? openIncidents(process, state).map((found) => ({ instance, ...found })) : [];
    })
    .map((found) => {
      const id = incidentId(found);
      return { ...found, id, name: placeName(version, found.element), at: since.get(id) ?? at };
    })
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** Brings what the dossier stores of its incidents in line with its states. */
export function noteIncidents(dossier: DossierRecord, now: { version: CompiledVersion; at: string }): void {
  const [first, ...others] = standingIncidents(dossier, now);
  delete dossier.incidents;
  delete dossier.incidentAt;
  if (!first) return;
  dossier.incidents = [first, ...others].map(({ id: _id, variables: _variables, ...kept }) => kept);
  dossier.incidentAt = first.at;
}

const incidentId = ({ instance, occurrence }: Pick<IncidentRecord, 'instance' | 'occurrence'>): string =>
  `${instance}:${occurrence}`;
