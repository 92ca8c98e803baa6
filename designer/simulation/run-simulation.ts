import { CalendarYearMissing, compileCalendar } from '../../calendar/index.ts';
import { compileProcess, simulateProcess } from '../../engine/index.ts';
import { calendarTime } from './calendar-time.ts';
import type { SimulationAsked, SimulationReply } from './simulation-message.ts';

const HOUR_MS = 3_600_000;
/** Office hours of 250 working days. */
const YEAR_MS = 250 * 8 * HOUR_MS;

/** A year's dossiers through a process; the same question gives the same answer. */
export async function runSimulation(asked: SimulationAsked): Promise<SimulationReply> {
  const { process, diagnostics } = await compileProcess(asked.xml);
  if (!process || diagnostics.some(({ severity }) => severity === 'error'))
    return { problem: 'not-runnable' };
  const calendar = compileCalendar({ id: 'simulation', name: 'simulation', years: asked.calendar });
  try {
    const found = simulateProcess({
      process,
      dossiers: asked.dossiers,
      resources: asked.people,
      arrivalEvery: YEAR_MS / asked.dossiers,
      workingTime: calendarTime(calendar),
      // the first working week of the year, seven in the morning in Việt Nam
      at: `${asked.year}-01-05T00:00:00.000Z`,
      ...(asked.limitHours === undefined ? {} : { limit: asked.limitHours * HOUR_MS }),
    });
    return { found };
  } catch (fault) {
    if (!(fault instanceof CalendarYearMissing)) throw fault;
    return { problem: 'calendar' };
  }
}
