/** Lower case, without diacritics, a space between words: `Đặng  Thị Ánh` is `dang thi anh`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ/gi, 'd')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
    .trim();

/** What a search finds a text by: each of its words, and everything from each word on. */
export function searchWords(...texts: string[]): string[] {
  const suffixes = texts.flatMap((text) => {
    const words = fold(text).split(' ').filter(Boolean);
    return words.map((_, index) => words.slice(index).join(' '));
  });
  return [...new Set(suffixes)];
}
