import { programOf } from '../compile/program.ts';
import type { Process, ProcessState, Variables } from '../types.ts';
import { beginRun } from './run.ts';
import { upgradeState } from './upgrade-state.ts';
import { visibleAt } from './variables.ts';

/** An incident that holds a token until it is retried, or its place is left. */
export interface OpenIncident {
  occurrence: string;
  element: string;
  code: string;
  message: { vi: string; en: string };
  /** what the expressions of its element see */
  variables: Variables;
}

/** Every incident of an instance, oldest occurrence first. */
export function openIncidents(process: Process, state: ProcessState): OpenIncident[] {
  const run = beginRun(programOf(process), upgradeState(state), '');
  return Object.entries(run.state.open).flatMap(([occurrence, { element, incident }]) =>
    incident
      ? [
          {
            occurrence,
            element,
            code: incident.code,
            message: incident.message,
            variables: visibleAt(run, occurrence),
          },
        ]
      : [],
  );
}
