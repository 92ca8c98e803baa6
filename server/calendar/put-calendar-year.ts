import { randomUUID } from 'node:crypto';
import { type CalendarYear, changedDays, compileCalendar, type Week } from '../../calendar/index.ts';
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import { type FieldError, problem } from '../http/problem.ts';
import type { Write } from '../store/store.ts';
import type { Calendars } from './open-calendars.ts';
import {
  type CalendarChangeRecord,
  type CalendarYearRecord,
  calendarChangeSpec,
  calendarYearId,
  calendarYearSpec,
  GENERAL,
} from './records.ts';

/**
 * Enters or replaces a year, of the province or of one unit. Due dates that were promised stay until somebody
 * approves that they are counted again (server/deadlines/recount); those worked out from now on count with it.
 * @throws Problem 422 pointing at a day of another year, a day named twice, or hours that overlap
 */
export async function putCalendarYear(
  calendars: Calendars,
  { year, unit = GENERAL, by }: { year: CalendarYear; unit?: string | undefined; by: Asker },
): Promise<void> {
  const errors = [...exceptionFaults(year), ...weekFaults(year)];
  if (errors.length > 0) throw problem('request.invalid-body', 422, { errors });
  // What else the calendar room refuses is a fault of ours above, and fails loudly here.
  compileCalendar({ id: unit, name: unit, years: [year] });

  const id = calendarYearId(unit, year.year);
  const before = await calendars.years.get(id);
  const doc = { ...year, calendar: unit };
  const at = isoNow(calendars.clock);
  await calendars.store.commit([
    before
      ? { op: 'replace', collection: calendarYearSpec.name, id, version: before.version, doc }
      : { op: 'insert', collection: calendarYearSpec.name, id, doc },
    ...(before ? changeWrites(before.doc, doc, { at, by }) : []),
    ...auditWrite({
      at,
      ...by,
      what: 'calendar.update',
      subject: id,
      detail: `${year.exceptions.length}`,
    }),
  ]);
  calendars.forget();
}

/** Nothing when nobody counts otherwise than before. */
function changeWrites(
  before: CalendarYear,
  { calendar, year, decidedBy = '', ...rest }: CalendarYearRecord,
  { at, by }: { at: string; by: Asker },
): Write[] {
  const days = changedDays(before, { year, ...rest });
  if (days.length === 0) return [];
  const { id, name } = by.actor;
  const doc: CalendarChangeRecord = { calendar, year, at, by: { id, name }, decidedBy, days };
  return [{ op: 'insert', collection: calendarChangeSpec.name, id: randomUUID(), doc }];
}

const exceptionFaults = ({ year, exceptions }: CalendarYear): FieldError[] =>
  exceptions.flatMap(({ date }, index) => {
    const pointer = `/exceptions/${index}/date`;
    if (!date.startsWith(`${year}-`)) return [{ pointer, code: 'calendar.day-of-another-year' }];
    const isDouble = exceptions.findIndex((each) => each.date === date) < index;
    return isDouble ? [{ pointer, code: 'calendar.day-named-twice' }] : [];
  });

function weekFaults({ week, weekChanges = [], exceptions }: CalendarYear): FieldError[] {
  return [
    ...openingFaults(week, '/week'),
    ...weekChanges.flatMap((change, index) => openingFaults(change.week, `/weekChanges/${index}/week`)),
    ...exceptions.flatMap(({ opening }, index) =>
      opening ? openingFaults({ opening }, `/exceptions/${index}`) : [],
    ),
  ];
}

const openingFaults = (week: Week, pointer: string): FieldError[] =>
  Object.entries(week).flatMap(([weekday, spans]) => {
    const sorted = [...spans].sort((left, right) => left.from.localeCompare(right.from));
    const isOrdered = sorted.every(
      ({ from, to }, index) => from < to && to <= '24:00' && (index === 0 || sorted[index - 1]!.to <= from),
    );
    return isOrdered ? [] : [{ pointer: `${pointer}/${weekday}`, code: 'calendar.hours-overlap' }];
  });
