/** Instants and days as Vietnamese offices write them. Always Asia/Ho_Chi_Minh, whatever the machine says. */
const ZONE = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** @param instant ISO-8601. @returns `dd/mm/yyyy HH:mm` */
export const formatInstant = (instant: string): string => {
  const { day, month, year, hour, minute } = read(instant);
  return `${day}/${month}/${year} ${hour}:${minute}`;
};

/** @param instant ISO-8601. @returns `dd/mm/yyyy` */
export const formatDay = (instant: string): string => {
  const { day, month, year } = read(instant);
  return `${day}/${month}/${year}`;
};

/** @param instant ISO-8601. @returns the civil day in Vietnam, `yyyy-mm-dd` */
export const civilDay = (instant: string): string => {
  const { day, month, year } = read(instant);
  return `${year}-${month}-${day}`;
};

/** @param local `yyyy-mm-dd` and `HH:mm` in Vietnam (UTC+7 all year). @returns ISO-8601 UTC */
export const instantOf = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+07:00`).toISOString();

function read(instant: string): Record<'day' | 'month' | 'year' | 'hour' | 'minute', string> {
  const found = { day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value } of parts.formatToParts(new Date(instant))) {
    if (type in found) found[type as keyof typeof found] = value;
  }
  return found;
}
