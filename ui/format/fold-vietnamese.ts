/** Folds case, tone marks and đ, so that `ho so` finds `Hồ sơ`. */
export const foldVietnamese = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

/** Whether every word of `wanted` occurs somewhere in `texts`. */
export function matchesWords(wanted: string, texts: (string | undefined)[]): boolean {
  const ground = foldVietnamese(texts.filter(Boolean).join(' '));
  return foldVietnamese(wanted)
    .split(/\s+/)
    .every((word) => ground.includes(word));
}
