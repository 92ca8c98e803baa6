/** What the screen asks the simulation's worker, and what it answers. */
import type { Simulation } from '../../engine/index.ts';
import type { CalendarYear } from '../../server/contract/calendar.ts';

export interface SimulationAsked {
  xml: string;
  calendar: CalendarYear[];
  /** how many dossiers come in a year */
  dossiers: number;
  /** people by resource key; one where absent */
  people: Record<string, number>;
  /** working hours a dossier may take */
  limitHours: number | undefined;
  /** the year in which they come */
  year: number;
}

export type SimulationReply = { found: Simulation } | { problem: 'not-runnable' | 'calendar' };
