/** What is stored of working time: a year of the general calendar, or of a unit with hours of its own. */
import type { CalendarYear } from '../../calendar/index.ts';
import type { CollectionSpec } from '../store/store.ts';

/** The calendar of every unit that has none of its own. */
export const GENERAL = 'general';

export interface CalendarYearRecord extends CalendarYear {
  /** `general`, or a unit's id */
  calendar: string;
}

export const calendarYearSpec: CollectionSpec<CalendarYearRecord> = {
  name: 'calendar-years',
  indexes: [{ name: 'year', fields: ['calendar', 'year'], unique: true }],
};

export const calendarYearId = (calendar: string, year: number): string => `${calendar}@${year}`;
