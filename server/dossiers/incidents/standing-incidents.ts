/** The open incidents of a dossier, as the kernel's states have them. */
import { openIncidents } from '../../../engine/index.ts';
import type { Variables } from '../../../engine/types.ts';
import { placeName } from '../../runtime/place-name.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import { MAIN } from '../../runtime/run-process.ts';
import type { DossierRecord, IncidentRecord } from '../records.ts';
import { isFinal } from '../statuses.ts';

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
  dossier: Pick<DossierRecord, 'instances' | 'incidents' | 'status'>,
  { version, at }: { version: CompiledVersion; at: string },
): StandingIncident[] {
  const since = new Map((dossier.incidents ?? []).map((known) => [incidentId(known), known.at]));
  return [...failureOf(dossier, version), ...heldIn(dossier, version)]
    .map((found) => {
      const id = incidentId(found);
      return { ...found, id, name: placeName(version, found.element), at: since.get(id) ?? at };
    })
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

type Found = Omit<StandingIncident, 'id' | 'name' | 'at'>;

const heldIn = ({ instances }: Pick<DossierRecord, 'instances'>, version: CompiledVersion): Found[] =>
  Object.entries(instances).flatMap(([instance, { definition, state }]) => {
    const process = version.processes[definition];
    return process ? openIncidents(process, state).map((found) => ({ instance, ...found })) : [];
  });

/** An error that nothing caught has ended the dossier's own process: no retry puts that right. */
export const PROCESS_FAILED = 'process.failed';

function failureOf(
  { instances: { [MAIN]: main }, status }: Pick<DossierRecord, 'instances' | 'status'>,
  { process }: CompiledVersion,
): Found[] {
  if (main?.state.status !== 'failed' || status === 'resolved' || isFinal(status)) return [];
  const { variables } = main.state;
  const place = { instance: MAIN, occurrence: '', element: process.id };
  return [{ ...place, code: PROCESS_FAILED, message: FAILED, variables }];
}

const FAILED = {
  vi: 'Một lỗi không được xử lý đã kết thúc quy trình. Giải quyết tiếp bằng thao tác của hồ sơ: kết thúc, từ chối hoặc rút.',
  en: 'An error that nothing caught has ended the process. Go on with the operations of the dossier: finish, refuse or withdraw.',
};

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
