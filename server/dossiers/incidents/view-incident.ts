import type { Actor } from '../../access/actor.ts';
import type { Incident, IncidentDetail } from '../../contract/incidents.ts';
import { keepsProcesses } from '../capacities.ts';
import { PROCESS_FAILED, type StandingIncident } from './standing-incidents.ts';

/** An incident as it is told to staff. */
export const viewIncident = (
  { id, element, name, code, message, at }: Omit<StandingIncident, 'variables'>,
  { language, actor }: { language: 'vi' | 'en'; actor: Actor },
): Incident => ({
  id,
  element,
  elementName: name[language],
  code,
  text: message[language],
  since: at,
  abilities: keepsProcesses(actor) && code !== PROCESS_FAILED ? ['retry'] : [],
});

export const viewIncidentDetail = (
  incident: StandingIncident,
  viewer: { language: 'vi' | 'en'; actor: Actor },
): IncidentDetail => ({ ...viewIncident(incident, viewer), variables: incident.variables });
