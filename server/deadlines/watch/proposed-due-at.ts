import {
  addWorking,
  CalendarYearMissing,
  extensionDays,
  latestExtension,
  WORKING_DAY_MINUTES,
} from '../../../calendar/index.ts';
import type { Turn } from '../../runtime/turn.ts';

/**
 * The new day a draft proposes: as late as the law lets the due date move (R093, DL21: once, a third of the
 * limit); when that is used up or past, as many working days from now, one at least.
 * @returns nothing when the calendar of that time has not been entered: a person must find the date then
 */
export function proposedDueAt({ dossier, context, at }: Turn): string | undefined {
  const { clock } = dossier;
  const { calendar } = context;
  if (!clock) return undefined;
  const { limit, policy, extensions } = clock;
  try {
    const latest = extensions < policy.extensionTimes ? latestExtension(clock, calendar) : clock.dueAt;
    if (latest > at && latest > clock.dueAt) return latest;
    const days = Math.max(1, extensionDays(limit, policy.extensionShare));
    return addWorking({ calendar, from: at, minutes: days * WORKING_DAY_MINUTES }).at;
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}
