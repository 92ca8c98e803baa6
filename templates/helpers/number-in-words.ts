/** Whole numbers read aloud in Vietnamese: mươi/mười, mốt, tư, lăm, linh. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', 'nghìn', 'triệu'] as const;
const LARGEST = 10n ** 18n - 1n;

/**
 * `1005021` -> `một triệu không trăm linh năm nghìn không trăm hai mươi mốt`.
 * Takes whole numbers of up to 18 digits; throws RangeError on others.
 */
export function numberInWords(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not a whole number');
  const number = BigInt(value);
  if (number < 0n) return `âm ${numberInWords(-number)}`;
  if (number > LARGEST) throw new RangeError('too large to be read');
  if (number === 0n) return DIGITS[0];
  return words(number).join(' ');
}

/** Vietnamese counts in groups of nine digits: the word for 10^9 (tỷ) is said once for each group. */
function words(number: bigint): string[] {
  const billions = number / 1_000_000_000n;
  const rest = Number(number % 1_000_000_000n);
  if (billions === 0n) return belowBillion(rest, false);
  return [...words(billions), 'tỷ', ...(rest === 0 ? [] : belowBillion(rest, true))];
}

function belowBillion(number: number, isContinued: boolean): string[] {
  const groups = [Math.floor(number / 1_000_000), Math.floor(number / 1000) % 1000, number % 1000];
  const spoken: string[] = [];
  groups.forEach((group, index) => {
    if (group === 0) return;
    const scale = SCALES[2 - index] as string;
    spoken.push(...belowThousand(group, isContinued || spoken.length > 0), ...(scale ? [scale] : []));
  });
  return spoken;
}

function belowThousand(number: number, isContinued: boolean): string[] {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor(number / 10) % 10;
  const ones = number % 10;
  const spoken: string[] = [];
  if (hundreds > 0 || isContinued) spoken.push(digit(hundreds), 'trăm');
  if (tens === 0 && ones > 0 && spoken.length > 0) spoken.push('linh');
  if (tens === 1) spoken.push('mười');
  if (tens > 1) spoken.push(digit(tens), 'mươi');
  if (ones > 0) spoken.push(lastDigit(ones, tens));
  return spoken;
}

function lastDigit(ones: number, tens: number): string {
  if (ones === 5 && tens > 0) return 'lăm';
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  return digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] as string;
}
