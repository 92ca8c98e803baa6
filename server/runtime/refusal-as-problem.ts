/** What the kernel, the deadline clock and the calendar refuse, in the words of the API. */
import { CalendarYearMissing, ClockRefused } from '../../calendar/index.ts';
import { CommandRefused } from '../../engine/index.ts';
import { showLocal } from '../deadlines/local-time.ts';
import { problem } from '../http/problem.ts';

/** The problem of a refusal; anything else comes back as it was. */
export function refusalAsProblem(error: unknown, code: string): unknown {
  if (error instanceof ClockRefused) {
    return problem(error.code, 409, {
      values: { code, latest: error.latest ? showLocal(error.latest) : '', possible: '–' },
    });
  }
  if (error instanceof CalendarYearMissing) {
    return problem('calendar.year-missing', 409, { values: { year: error.year } });
  }
  if (error instanceof CommandRefused) {
    return problem('dossier.process-refused', 409, { values: { code, reason: error.code } });
  }
  return error;
}
