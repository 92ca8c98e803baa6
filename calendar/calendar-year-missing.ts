/** Thrown when a sum touches a year that nobody has entered: the answer is not guessed (vector j). */
export class CalendarYearMissing extends Error {
  readonly code = 'calendar.year-missing';
  readonly year: number;
  readonly calendar: string;

  constructor(year: number, calendar: string) {
    super(`The calendar ${calendar} has no data for ${year}`);
    this.name = 'CalendarYearMissing';
    this.year = year;
    this.calendar = calendar;
  }
}
