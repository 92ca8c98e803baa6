/** Places in a source: offsets to lines and columns, and the mustaches in it. */
import type { Place } from './template-problem.ts';

/** Line and column, both from 1, of an offset. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

export type Mustache = { start: number; end: number; inner: string };

/** Every `{{…}}` of the source in order, comments included, whether or not the whole parses. */
export function mustaches(source: string): Mustache[] {
  return [...source.matchAll(MUSTACHE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    inner: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
  }));
}

/** The source with every mustache overwritten by `filler`, so that offsets stay what they were. */
export function withoutMustaches(source: string, filler: string): string {
  return source.replace(MUSTACHE, (whole) => whole.replace(/[^\n]/g, filler));
}

const MUSTACHE = /\{\{~?!--([\s\S]*?)--~?\}\}|\{\{\{([\s\S]*?)\}\}\}|\{\{([\s\S]*?)\}\}/g;
