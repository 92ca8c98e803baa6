import { fold } from '../access/search-words.ts';

/** Whether every word of `q` is in the key or the title, marks or none. */
export function matchesTitle(q: string | undefined): (item: { key: string; title: string }) => boolean {
  const words = fold(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return ({ key, title }) => {
    const text = fold(`${key} ${title}`);
    return words.every((word) => text.includes(word));
  };
}
