/** Parses the regular expressions of the dialect: ECMAScript with the `u` flag, without look-around and back-references. */

export type PatternNode =
  /** one character out of a set, as source text */
  | { kind: 'set'; source: string }
  /** `^`, `$`, `\b`: takes no character */
  | { kind: 'empty' }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; parts: PatternNode[] }
  | { kind: 'repeat'; part: PatternNode; min: number; max: number };

export class PatternNotSupported extends Error {
  override readonly name = 'PatternNotSupported';
  readonly reason: 'feature' | 'complex';
  constructor(part: string, reason: 'feature' | 'complex' = 'feature') {
    super(part);
    this.reason = reason;
  }
}

/** @throws PatternNotSupported for look-around, back-references and what else is outside the dialect */
export function parsePattern(pattern: string): PatternNode {
  const cursor: Cursor = { text: pattern, index: 0 };
  const node = parseChoice(cursor);
  if (cursor.index < pattern.length) throw new PatternNotSupported(pattern.slice(cursor.index));
  return node;
}

interface Cursor {
  text: string;
  index: number;
}

const peek = (cursor: Cursor): string => cursor.text[cursor.index] ?? '';

function parseChoice(cursor: Cursor): PatternNode {
  const parts = [parseSequence(cursor)];
  while (peek(cursor) === '|') {
    cursor.index += 1;
    parts.push(parseSequence(cursor));
  }
  return parts.length === 1 ? (parts[0] as PatternNode) : { kind: 'choice', parts };
}

function parseSequence(cursor: Cursor): PatternNode {
  const parts: PatternNode[] = [];
  while (cursor.index < cursor.text.length && peek(cursor) !== '|' && peek(cursor) !== ')') {
    parts.push(parseRepeat(cursor, parseAtom(cursor)));
  }
  return { kind: 'sequence', parts };
}

const SIMPLE_REPEATS: Record<string, [number, number]> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

function parseRepeat(cursor: Cursor, part: PatternNode): PatternNode {
  const simple = SIMPLE_REPEATS[peek(cursor)];
  const counted = simple
    ? undefined
    : /^\{(\d+)(?:(,)(\d*))?\}/.exec(cursor.text.slice(cursor.index, cursor.index + 30));
  if (!simple && !counted) return part;
  cursor.index += counted ? counted[0].length : 1;
  if (peek(cursor) === '?') cursor.index += 1;
  if (simple) return { kind: 'repeat', part, min: simple[0], max: simple[1] };
  const min = Number(counted?.[1]);
  const max = counted?.[2] ? (counted[3] ? Number(counted[3]) : Infinity) : min;
  return { kind: 'repeat', part, min, max };
}

function parseAtom(cursor: Cursor): PatternNode {
  const letter = String.fromCodePoint(cursor.text.codePointAt(cursor.index) as number);
  if (letter === '(') return parseGroup(cursor);
  if (letter === '[') return { kind: 'set', source: take(cursor, /^\[(?:\\[\s\S]|[^\]\\])*\]/) };
  if (letter === '^' || letter === '$') {
    cursor.index += 1;
    return { kind: 'empty' };
  }
  if (letter === '\\') {
    if (/^\\[bB]/.test(cursor.text.slice(cursor.index))) {
      cursor.index += 2;
      return { kind: 'empty' };
    }
    const escaped = take(
      cursor,
      /^\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[^1-9kupPxc])/,
    );
    return { kind: 'set', source: escaped };
  }
  cursor.index += letter.length;
  return { kind: 'set', source: letter };
}

function parseGroup(cursor: Cursor): PatternNode {
  const opening = take(cursor, /^\((?:\?:|\?<[A-Za-z]\w*>|(?!\?))/);
  const node = parseChoice(cursor);
  if (peek(cursor) !== ')') throw new PatternNotSupported(opening);
  cursor.index += 1;
  return node;
}

function take(cursor: Cursor, token: RegExp): string {
  const found = token.exec(cursor.text.slice(cursor.index))?.[0];
  if (found === undefined) throw new PatternNotSupported(cursor.text.slice(cursor.index, cursor.index + 10));
  cursor.index += found.length;
  return found;
}
