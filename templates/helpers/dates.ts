/** Dates as Vietnamese papers write them, counted in Asia/Ho_Chi_Minh. */
import { asText, BadArgument, type Helper, isBlank } from './helper.ts';

/**
 * `ngày 05 tháng 02 năm 2026`; takes an instant (ISO-8601) or a civil day `YYYY-MM-DD`. Days below ten and the months 1
 * and 2 are written with a nought before them, other months without (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).
 */
export function dateInWords(value: unknown): string {
  const { day, month, year } = civil(value);
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** `08 giờ 30 phút, ngày 17 tháng 4 năm 2026`. */
export function dateTimeInWords(value: unknown): string {
  const { hour, minute } = civil(value);
  return `${hour} giờ ${minute} phút, ${dateInWords(value)}`;
}

export const dateHelpers: Record<string, Helper> = {
  dateInWords: {
    example: '{{dateInWords issuedAt}}',
    describe: { vi: 'ngày 05 tháng 02 năm 2026', en: 'A date in words' },
    run: ([value]) => (isBlank(value) ? 'ngày …… tháng …… năm ……' : dateInWords(value)),
  },
  dateTimeInWords: {
    example: '{{dateTimeInWords dossier.dueAt}}',
    describe: { vi: '08 giờ 30 phút, ngày 17 tháng 4 năm 2026', en: 'Hour and date in words' },
    run: ([value]) => (isBlank(value) ? '…… giờ …… phút, ngày …… tháng …… năm ……' : dateTimeInWords(value)),
  },
  timeInWords: {
    example: '{{timeInWords dossier.dueAt}}',
    describe: { vi: '08 giờ 30 phút', en: 'Hour and minute in words' },
    run: ([value]) => when(value, ({ hour, minute }) => `${hour} giờ ${minute} phút`),
  },
  date: {
    example: '{{date dossier.dueAt}}',
    describe: { vi: '17/04/2026', en: 'A date in figures' },
    run: ([value]) => when(value, ({ day, month, year }) => `${day}/${month}/${year}`),
  },
  dateTime: {
    example: '{{dateTime dossier.dueAt}}',
    describe: { vi: '08:30 ngày 17/04/2026', en: 'Hour and date in figures' },
    run: ([value]) =>
      when(value, ({ hour, minute, day, month, year }) => `${hour}:${minute} ngày ${day}/${month}/${year}`),
  },
  year: {
    example: '{{year issuedAt}}',
    describe: { vi: '2026', en: 'The year' },
    run: ([value]) => when(value, ({ year }) => year),
  },
  placeAndDate: {
    example: '{{placeAndDate place issuedAt}}',
    describe: { vi: 'An Giang, ngày 05 tháng 02 năm 2026', en: 'Place and date of a paper' },
    run: ([place, value]) =>
      `${asText(place) || '……'}, ${isBlank(value) ? 'ngày …… tháng …… năm ……' : dateInWords(value)}`,
  },
};

type Civil = { year: string; month: string; day: string; hour: string; minute: string };

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function when(value: unknown, write: (civil: Civil) => string): string {
  return isBlank(value) ? '' : write(civil(value));
}

function civil(value: unknown): Civil {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return civilDay(value);
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new BadArgument(value);
  const parts = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value: text }) => [type, text]));
  return parts as Civil;
}

/** A day without an hour stays that day, whatever the time zone. */
function civilDay(value: string): Civil {
  const [year, month, day] = value.split('-') as [string, string, string];
  if (Number.isNaN(Date.parse(value))) throw new BadArgument(value);
  return { year, month, day, hour: '00', minute: '00' };
}
