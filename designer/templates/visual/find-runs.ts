/** The texts and fields of a template that show on the page, with their places in the source. */
import { scanMustaches } from '../../../templates/source-map.ts';

/** A piece of plain text, a printed field, or a block of both, between two offsets of the source. */
export type Run = { kind: 'text' | 'field' | 'block'; start: number; end: number };

/**
 * Runs in the order of the source. Text inside tags, styles, blocks' own braces and shared blocks is not among
 * them; blanks around a text do not belong to it, so that replacing a run never touches the layout.
 */
export function findRuns(source: string): Run[] {
  const runs: Run[] = [];
  const { mustaches } = scanMustaches(source);
  let next = 0;
  let at = 0;
  while (at < source.length) {
    const mustache = mustaches[next];
    if (mustache?.start === at) {
      if (isPrinted(source, mustache.start))
        runs.push({ kind: 'field', start: mustache.start, end: mustache.end });
      at = mustache.end;
      next += 1;
      continue;
    }
    if (TAG_START.test(source.slice(at, at + 2))) {
      at = tagEnd(source, at);
      while ((mustaches[next]?.start ?? at) < at) next += 1;
      continue;
    }
    const end = textEnd(source, at, mustache?.start ?? source.length);
    const text = source.slice(at, end);
    const start = at + text.length - text.trimStart().length;
    if (text.trim()) runs.push({ kind: 'text', start, end: start + text.trim().length });
    at = end;
  }
  return runs;
}

/**
 * The source with a comment before each run that names its place: the page that it renders to can then be
 * traced back, letter for letter. So do the places of blocks, if given.
 */
export function markRuns(source: string, blocks: readonly { start: number; end: number }[] = []): string {
  let marked = '';
  let from = 0;
  const places = blocks.map(({ start, end }): Run => ({ kind: 'block', start, end }));
  for (const { kind, start, end } of [...places, ...findRuns(source)].sort((a, b) => a.start - b.start)) {
    marked += `${source.slice(from, start)}<!--${MARK}:${kind}:${start}:${end}-->`;
    from = start;
  }
  return marked + source.slice(from);
}

/** The run that a comment of a rendered page names. */
export function readMark(comment: string): Run | undefined {
  const [mark, kind, start, end] = comment.split(':');
  if (mark !== MARK || !isKind(kind)) return undefined;
  return { kind, start: Number(start), end: Number(end) };
}

/** Text as it must stand in a template to be printed as it is. */
export function asSource(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('\u00a0', '&nbsp;');
}

const MARK = 'run';
const isKind = (kind: string | undefined): kind is Run['kind'] =>
  kind === 'text' || kind === 'field' || kind === 'block';
const TAG_START = /^<[a-z/!]/i;

/** `{{name}}` and `{{{name}}}`; not blocks, comments, shared blocks. */
function isPrinted(source: string, start: number): boolean {
  return /^\{\{\{?~?\s*(?!else\b)[\w@.(]/.test(source.slice(start, start + 20));
}

/** Behind the tag's `>`, quotes respected; a style goes with its whole content, a comment with its end. */
function tagEnd(source: string, start: number): number {
  if (source.startsWith('<!--', start)) return behind(source, '-->', start);
  if (/^<style/i.test(source.slice(start, start + 6))) return behind(source, '</style>', start);
  const tag = /<(?:"[^"]*"|'[^']*'|[^'">])*>/y;
  tag.lastIndex = start;
  return tag.test(source) ? tag.lastIndex : source.length;
}

function behind(source: string, mark: string, start: number): number {
  const found = source.indexOf(mark, start);
  return found < 0 ? source.length : found + mark.length;
}

function textEnd(source: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at += 1) {
    if (source[at] === '<' && TAG_START.test(source.slice(at, at + 2))) return at;
  }
  return limit;
}
