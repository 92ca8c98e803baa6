/** Amounts of đồng written out in Vietnamese, as papers and forms show below the figure. */

/** `1500000` -> `Một triệu năm trăm nghìn đồng`. Whole, finite amounts only; others give an empty text. */
export function moneyInWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) return '';
  const words = amount === 0 ? 'không' : readGroups(Math.abs(amount));
  const sentence = `${amount < 0 ? 'âm ' : ''}${words} đồng`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ'] as const;

function readGroups(amount: number): string {
  const parts: string[] = [];
  for (let rest = amount, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale += 1) {
    const group = rest % 1000;
    if (group === 0) continue;
    const isFirst = rest < 1000;
    // "một nghìn tỷ" already ends in "tỷ": 1 005 000 000 000 is "một nghìn không trăm linh năm tỷ"
    const isScaleSaid = scale > 3 && Math.floor(amount / 1e9) % 1000 !== 0;
    parts.unshift(readGroup(group, isFirst) + (isScaleSaid ? SCALES[scale - 3] : SCALES[scale]));
  }
  return parts.join(' ');
}

/** Three digits; a group that is not the first says its leading zeros: `không trăm linh năm`. */
function readGroup(group: number, isFirst: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const ones = group % 10;
  const saysHundreds = hundreds > 0 || !isFirst;
  const words: string[] = saysHundreds ? [`${DIGITS[hundreds]} trăm`] : [];
  if (tens === 0 && ones > 0 && saysHundreds) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(`${DIGITS[tens]} mươi`);
  if (ones > 0) words.push(readOnes(ones, tens));
  return words.join(' ');
}

function readOnes(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 5 && tens > 0) return 'lăm';
  return DIGITS[ones] as string;
}
