/** Times as decisions write them: "0,5", "1/2 ngày", "04 giờ", "07", "Giờ hành chính". 1 day = 8 working hours (DL01). */

const HOURS_A_DAY = 8;
/** DL27: the return step has no duration and stands outside the total. */
const NOT_COUNTED = /giờ hành chính|không tính|trong ngày|ngay sau|^[-–—.…\s]*$/i;
const AMOUNT = /(\d+)\s*\/\s*(\d+)|(\d+(?:[.,]\d+)?)/;
const PART = new RegExp(`(?:${AMOUNT.source})\\s*(ngày|giờ|buổi|h\\b|phút)?`, 'gi');

export type TimeUnit = 'days' | 'hours';

/** Working hours of a unit as it is spelled. */
const UNIT_HOURS: Record<string, number> = {
  ngày: HOURS_A_DAY,
  buổi: HOURS_A_DAY / 2,
  giờ: 1,
  h: 1,
  phút: 1 / 60,
};

/**
 * Working hours of a time cell.
 * @param unit what a bare number means, as the column's head says
 * @returns null: not counted; undefined: not understood
 */
export function readTime(cell: string, unit: TimeUnit): number | null | undefined {
  const text = cell.trim().toLowerCase().normalize('NFC');
  if (NOT_COUNTED.test(text)) return null;
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0) return undefined;
  // "04 giờ (0,5 ngày)" says one time twice: what stands in brackets is the same again.
  const spoken = parts.filter((part) => !isInBrackets(text, part.index));
  return (spoken.length > 0 ? spoken : parts).reduce((sum, part) => sum + hoursOf(part, unit), 0);
}

/** What a bare number means under this head: "Thời gian (08 giờ/ngày)" counts hours, "Thời hạn (Ngày làm việc)" days. */
export const unitOfHead = (head: string): TimeUnit =>
  /giờ/i.test(head) && !/ngày làm việc/i.test(head) ? 'hours' : 'days';

function hoursOf([, upper, lower, decimal, spelled]: RegExpMatchArray, unit: TimeUnit): number {
  const amount = upper ? Number(upper) / Number(lower) : Number(decimal!.replace(',', '.'));
  const each = spelled ? UNIT_HOURS[spelled] : unit === 'days' ? HOURS_A_DAY : 1;
  return amount * (each ?? 0);
}

function isInBrackets(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
