import { formatDay, formatInstant } from '../format/format-time.ts';

/** An instant as `dd/mm/yyyy HH:mm` in Vietnam's time; `dayOnly` leaves the hour out. */
export function DateTime({ at, dayOnly = false }: { at: string; dayOnly?: boolean }) {
  return (
    <time dateTime={at} className="numeric">
      {dayOnly ? formatDay(at) : formatInstant(at)}
    </time>
  );
}
