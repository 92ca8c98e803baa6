/** Compiled working calendars by unit, from memory. */
import {
  type CalendarException,
  type CompiledCalendar,
  compileCalendar,
  type Week,
} from '../../calendar/index.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Collection, Store } from '../store/store.ts';
import {
  type CalendarChangeRecord,
  type CalendarYearRecord,
  calendarChangeSpec,
  calendarYearSpec,
  GENERAL,
} from './records.ts';

export interface Calendars {
  store: Store;
  clock: Clock;
  years: Collection<CalendarYearRecord>;
  changes: Collection<CalendarChangeRecord>;
  /**
   * The general calendar, or the unit's own hours with the general exceptions.
   * @throws Problem 422 when no year was ever entered
   */
  of(unit?: string): Promise<CompiledCalendar>;
  /** a year as it counts for a unit; null when it was not entered */
  yearOf(year: number, unit?: string): Promise<CalendarYearRecord | null>;
  /**
   * the general office hours as they were entered last
   * @throws Problem 422 when no year was ever entered
   */
  newestWeek(): Promise<Week>;
  /** to be called after a write */
  forget(): void;
}

/** A province enters a year at a time; its units seldom have hours of their own. */
const EVERY = 1000;

export function openCalendars({ store, clock }: { store: Store; clock: Clock }): Calendars {
  const years = store.collection(calendarYearSpec);
  let compiled = new Map<string, Promise<CompiledCalendar>>();

  const stored = async (calendar: string) =>
    (await years.find({ where: { calendar }, limit: EVERY })).items.map(({ doc }) => doc);
  const merged = async (unit: string): Promise<CalendarYearRecord[]> => {
    const [general, own] = await Promise.all([stored(GENERAL), unit === GENERAL ? [] : stored(unit)]);
    return general.map((year) => {
      const ownYear = own.find((each) => each.year === year.year);
      return ownYear ? withOwnHours(year, ownYear) : year;
    });
  };
  const noYear = () =>
    problem('calendar.year-missing', 422, { values: { year: new Date(clock.now()).getUTCFullYear() } });
  const compile = async (unit: string): Promise<CompiledCalendar> => {
    const entered = await merged(unit);
    if (entered.length === 0) throw noYear();
    return compileCalendar({ id: unit, name: unit, years: entered });
  };

  return {
    store,
    clock,
    years,
    changes: store.collection(calendarChangeSpec),
    of: async (unit = GENERAL) => {
      const known = compiled.get(unit) ?? compile(unit);
      compiled.set(unit, known);
      try {
        return await known;
      } catch (fault) {
        compiled.delete(unit);
        throw fault;
      }
    },
    yearOf: async (year, unit = GENERAL) =>
      (await merged(unit)).find((entered) => entered.year === year) ?? null,
    newestWeek: async () => {
      const newest = (await stored(GENERAL)).sort((one, other) => other.year - one.year)[0];
      if (!newest) throw noYear();
      return newest.weekChanges?.at(-1)?.week ?? newest.week;
    },
    forget: () => {
      compiled = new Map();
    },
  };
}

/** A unit's week replaces the general one; its exceptions stand beside the general ones and win on their day. */
function withOwnHours(general: CalendarYearRecord, own: CalendarYearRecord): CalendarYearRecord {
  const byDate = new Map<string, CalendarException>(
    [...general.exceptions, ...own.exceptions].map((exception) => [exception.date, exception]),
  );
  const exceptions = [...byDate.values()].sort((left, right) => left.date.localeCompare(right.date));
  return { ...own, exceptions };
}
