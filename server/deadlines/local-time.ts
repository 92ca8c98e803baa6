/** Instants as the clock on the wall in Asia/Ho_Chi_Minh shows them (UTC+7 all year). */
const OFFSET = 7 * 3_600_000;

/** The local civil day of an instant, `YYYY-MM-DD`. */
export const localDay = (instant: string): string => local(instant).slice(0, 10);

/** Local year, four digits. */
export const localYear = (instant: string): string => local(instant).slice(0, 4);

/** Minutes since local midnight. */
export const localMinutes = (instant: string): number => {
  const wall = local(instant);
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
};

/** Last millisecond of the local day of an instant, as an instant. */
export const endOfLocalDay = (instant: string): string =>
  new Date(Date.parse(`${localDay(instant)}T00:00:00.000Z`) - OFFSET + 86_400_000 - 1).toISOString();

/** The instant at which a local civil day begins. */
export const startOfLocalDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET).toISOString();

/** As a person reads it: `09:05 17/04/2026`. */
export const showLocal = (instant: string): string => {
  const wall = local(instant);
  const [year, month, day] = wall.slice(0, 10).split('-');
  return `${wall.slice(11, 16)} ${day}/${month}/${year}`;
};

/** Digits of the local date, as dossier codes carry them. */
export const formatLocal = (instant: string, format: 'yyMMdd' | 'yyyyMMdd'): string => {
  const digits = localDay(instant).replaceAll('-', '');
  return format === 'yyMMdd' ? digits.slice(2) : digits;
};

const local = (instant: string): string => new Date(Date.parse(instant) + OFFSET).toISOString();
