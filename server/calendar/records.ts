/** What is stored of working time: a year of the general calendar, or of a unit with hours of its own. */
import type { CalendarYear, ChangedDay } from '../../calendar/index.ts';
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

/** One replacement of a year: who did it, and what it changed for those who count with it. */
export interface CalendarChangeRecord {
  /** `general`, or a unit's id */
  calendar: string;
  year: number;
  at: string;
  by: { id: string; name: string };
  decidedBy: string;
  days: ChangedDay[];
}

export const calendarChangeSpec: CollectionSpec<CalendarChangeRecord> = {
  name: 'calendar-changes',
  indexes: [{ name: 'at', fields: ['calendar', 'at'] }],
};
