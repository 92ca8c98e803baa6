/** Places in a source: offsets to lines and columns, and the mustaches in it. Linear, whatever is typed. */
import type { Place } from './template-problem.ts';

/** Tells line and column, both from 1, of an offset. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

export type Mustache = { start: number; end: number; inner: string };

/** Every `{{…}}` in order, comments included, whether or not the whole parses; and where one is never closed. */
export function scanMustaches(source: string): { mustaches: Mustache[]; unclosed?: number } {
  const mustaches: Mustache[] = [];
  for (let start = source.indexOf('{{'); start >= 0; start = source.indexOf('{{', start)) {
    const kind = KINDS.find(({ open }) => source.startsWith(open, start)) as (typeof KINDS)[number];
    const closing = source.indexOf(kind.close, start + kind.open.length);
    if (closing < 0) return { mustaches, unclosed: start };
    const end = closing + kind.close.length;
    mustaches.push({ start, end, inner: source.slice(start + kind.open.length, closing).trim() });
    start = end;
  }
  return { mustaches };
}

/** The source with every mustache overwritten by `filler`, so that offsets stay what they were. */
export function withoutMustaches(source: string, filler: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of scanMustaches(source).mustaches) {
    kept += source.slice(from, start) + source.slice(start, end).replace(/[^\n]/g, filler);
    from = end;
  }
  return kept + source.slice(from);
}

/** In the order in which they are told apart. */
const KINDS = [
  { open: '{{!--', close: '--}}' },
  { open: '{{~!--', close: '--' },
  { open: '{{{', close: '}}}' },
  { open: '{{', close: '}}' },
];
