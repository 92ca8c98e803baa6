/** Folds case, tone marks and đ, so that `ho so` finds `Hồ sơ`. */
export const foldVietnamese = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

/** Whether every word of `wanted` begins some word of `texts`. */
export const matchesWords = (wanted: string, texts: (string | undefined)[]): boolean =>
  rankOf(wanted, texts) > 0;

/** Those that match, the ones that hold the words side by side first. */
export const bestMatches = <T>(
  wanted: string,
  items: readonly T[],
  textsOf: (item: T) => (string | undefined)[],
): T[] =>
  items
    .map((item) => ({ item, rank: rankOf(wanted, textsOf(item)) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ item }) => item);

/** 2: the words stand side by side; 1: each begins some word; 0: neither */
function rankOf(wanted: string, texts: (string | undefined)[]): 0 | 1 | 2 {
  const ground = ` ${foldVietnamese(texts.filter(Boolean).join(' '))}`;
  const phrase = foldVietnamese(wanted.trim());
  if (ground.includes(` ${phrase}`)) return 2;
  return phrase.split(/\s+/).every((word) => ground.includes(` ${word}`)) ? 1 : 0;
}
