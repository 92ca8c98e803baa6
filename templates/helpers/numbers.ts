/** Numbers, money, ordinals and spans of time as papers write them. */
import { asText, BadArgument, type Helper, isBlank } from './helper.ts';
import { numberInWords } from './number-in-words.ts';

export const numberHelpers: Record<string, Helper> = {
  number: {
    example: '{{number dossier.setCount}}',
    describe: { vi: '1.500.000', en: 'A number with Vietnamese separators' },
    run: ([value]) => (isBlank(value) ? '' : FIGURES.format(toNumber(value))),
  },
  twoDigits: {
    example: '{{twoDigits dossier.setCount}}',
    describe: { vi: '01 (số nhỏ hơn 10 có số 0 phía trước)', en: 'A count with a leading zero below ten' },
    run: ([value]) => (isBlank(value) ? '' : twoDigits(toNumber(value))),
  },
  count: {
    example: '{{count components}}',
    describe: { vi: 'Số phần tử của danh sách', en: 'How many a list has' },
    run: ([value]) => (Array.isArray(value) ? value.length : 0),
  },
  money: {
    example: '{{money payment.total}}',
    describe: { vi: '1.500.000 đồng', en: 'An amount in đồng' },
    run: ([value]) => (isBlank(value) ? '' : `${FIGURES.format(toNumber(value))} đồng`),
  },
  moneyInWords: {
    example: '{{moneyInWords payment.total}}',
    describe: { vi: 'Một triệu năm trăm nghìn đồng', en: 'An amount in words' },
    run: ([value]) => (isBlank(value) ? '' : capitalise(`${numberInWords(toWhole(value))} đồng`)),
  },
  numberInWords: {
    example: '{{numberInWords dossier.setCount}}',
    describe: { vi: 'hai mươi mốt', en: 'A whole number in words' },
    run: ([value]) => (isBlank(value) ? '' : numberInWords(toWhole(value))),
  },
  ordinal: {
    example: '{{ordinal extension.times}}',
    describe: { vi: 'thứ nhất, thứ hai, thứ tư', en: 'An ordinal' },
    run: ([value]) => (isBlank(value) ? '' : ordinal(toWhole(value))),
  },
  position: {
    example: '{{position @index}}',
    describe: { vi: 'Số thứ tự, bắt đầu từ 1', en: 'The place in a list, from 1' },
    run: ([value]) => String(toWhole(value) + 1),
  },
  letter: {
    example: '{{letter @index}}',
    describe: { vi: 'a, b, c, d, đ, e, g… (thứ tự điểm)', en: 'The letter of a point, in Vietnamese order' },
    run: ([value]) => LETTERS[toWhole(value)] ?? String(toWhole(value) + 1),
  },
  roman: {
    example: '{{roman @index}}',
    describe: { vi: 'I, II, III… (thứ tự phần)', en: 'Roman numerals of parts' },
    run: ([value]) => roman(toWhole(value) + 1),
  },
  timeLimit: {
    example: '{{timeLimit procedure.timeLimit}}',
    describe: { vi: '15 ngày; 10 ngày làm việc; trong ngày làm việc', en: 'A time limit in words' },
    run: ([value]) => (isBlank(value) ? '' : timeLimit(value)),
  },
  workingTime: {
    example: '{{workingTime calendar.left}}',
    describe: { vi: '02 ngày 04 giờ làm việc (từ P2DT4H)', en: 'A span of working time in words' },
    run: ([value]) => (isBlank(value) ? '' : workingTime(asText(value))),
  },
};

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export function toWhole(value: unknown): number {
  const number = toNumber(value);
  if (!Number.isSafeInteger(number)) throw new BadArgument(value);
  return number;
}

export function toNumber(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new BadArgument(value);
  return number;
}

/** `{ amount: 15, unit: 'calendar-days' }` -> `15 ngày` (DL01: days of the catalogue; DL02: working days). */
export function timeLimit(value: unknown): string {
  if (typeof value !== 'object' || value === null) throw new BadArgument(value);
  const { amount, unit } = value as { amount?: unknown; unit?: unknown };
  if (unit === 'same-day') return 'trong ngày làm việc';
  const phrase = LIMIT_UNITS[asText(unit)];
  if (!phrase) throw new BadArgument(value);
  return `${twoDigits(toNumber(amount))} ${phrase}`;
}

const FIGURES = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const LETTERS = 'abcdđeghiklmnopqrstuvxy'.split('');
const LIMIT_UNITS: Record<string, string> = {
  'working-days': 'ngày làm việc',
  'calendar-days': 'ngày',
  'working-hours': 'giờ làm việc',
};
const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function twoDigits(value: number): string {
  return FIGURES.format(value).padStart(2, '0');
}

function ordinal(value: number): string {
  if (value === 1) return 'thứ nhất';
  if (value === 4) return 'thứ tư';
  return `thứ ${numberInWords(value)}`;
}

function roman(value: number): string {
  let left = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth && written.length < 40) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}

/** ISO-8601 in working time: a day is a working day, not 24 hours. */
function workingTime(text: string): string {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?$/.exec(text);
  if (!match || text === 'P') throw new BadArgument(text);
  const [, days, hours, minutes] = match;
  const parts = [
    Number(days) > 0 && `${twoDigits(Number(days))} ngày`,
    Number(hours) > 0 && `${twoDigits(Number(hours))} giờ`,
    Number(minutes) > 0 && `${twoDigits(Number(minutes))} phút`,
  ].filter(Boolean);
  return `${parts.join(' ') || '00 giờ'} làm việc`;
}
