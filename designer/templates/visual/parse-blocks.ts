/** The blocks of a template's source with their places: elements, `{{#…}}` blocks, shared blocks, and text between. */
import { scanMustaches } from '../../../templates/source-map.ts';

export interface Block {
  kind: 'element' | 'condition' | 'shared' | 'text' | 'field' | 'comment';
  /** tag name, block helper or shared block; of a text '' when it is blank */
  name: string;
  start: number;
  end: number;
  /** where the opening tag or mustache ends */
  openEnd: number;
  /** of an element one list; of a condition one for each of its branches */
  children: Block[][];
}

/**
 * The outermost blocks in order, or undefined where tags and mustaches are not nested in each other: nothing can be moved
 * safely there.
 */
export function parseBlocks(source: string): Block[] | undefined {
  const roots: Block[] = [];
  const open: Open[] = [];
  const list = () => open.at(-1)?.block.children.at(-1) ?? roots;
  for (const token of tokensOf(source)) {
    switch (token.is) {
      case 'open': {
        const block = blockOf(token, [[]]);
        list().push(block);
        open.push({ block, closes: token.closes });
        break;
      }
      case 'else': {
        const inner = open.at(-1);
        if (inner?.block.kind !== 'condition') return undefined;
        inner.block.children.push([]);
        break;
      }
      case 'close': {
        const inner = open.pop();
        if (!inner || inner.closes !== token.closes) return undefined;
        inner.block.end = token.end;
        break;
      }
      case 'whole':
        list().push(blockOf(token, []));
        break;
    }
  }
  return open.length === 0 ? roots : undefined;
}

/** The blocks around an offset, innermost first. */
export function blocksAround(blocks: Block[], offset: number): Block[] {
  const found = blocks.find(({ start, end }) => start <= offset && offset < end);
  return found ? [...found.children.flatMap((list) => blocksAround(list, offset)), found] : [];
}

interface Open {
  block: Block;
  closes: string;
}

interface Token {
  is: 'open' | 'close' | 'else' | 'whole';
  kind: Block['kind'];
  name: string;
  start: number;
  end: number;
  /** what opening and closing have in common */
  closes: string;
}

const blockOf = ({ kind, name, start, end }: Token, children: Block[][]): Block => ({
  kind,
  name,
  start,
  end,
  openEnd: end,
  children,
});

/** Ends at the next `<`, so that a source of nothing but open tags is read once and not over and over. */
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>/iy;
const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);

/** Mustaches inside a tag belong to the tag; the content of a style is not looked into. */
function* tokensOf(source: string): Generator<Token> {
  const { mustaches } = scanMustaches(source);
  let next = 0;
  let at = 0;
  while (at < source.length) {
    while ((mustaches[next]?.start ?? source.length) < at) next += 1;
    const mustache = mustaches[next];
    if (mustache?.start === at) {
      yield mustacheToken(mustache);
      at = mustache.end;
      continue;
    }
    const markup = markupAt(source, at);
    if (markup) {
      yield markup;
      at = markup.end;
      continue;
    }
    const end = textEnd(source, at, mustache?.start ?? source.length);
    const name = source.slice(at, end).trim() ? 'text' : '';
    yield { is: 'whole', kind: 'text', name, start: at, end, closes: '' };
    at = end;
  }
}

function mustacheToken({ start, end, inner }: { start: number; end: number; inner: string }): Token {
  const [, sign = '', word = ''] = /^~?\s*(#|\/|>|!|\^|else\b)?\s*([^\s~}]*)/.exec(inner) ?? [];
  const place = { start, end };
  switch (sign) {
    case '#':
      return { is: 'open', kind: 'condition', name: word, closes: `{${word}`, ...place };
    case '/':
      return { is: 'close', kind: 'condition', name: word, closes: `{${word}`, ...place };
    case 'else':
    case '^':
      return { is: 'else', kind: 'condition', name: '', closes: '', ...place };
    case '>':
      return { is: 'whole', kind: 'shared', name: word, closes: '', ...place };
    case '!':
      return { is: 'whole', kind: 'comment', name: '', closes: '', ...place };
    default:
      return { is: 'whole', kind: 'field', name: '', closes: '', ...place };
  }
}

function markupAt(source: string, start: number): Token | undefined {
  if (source.startsWith('<!--', start)) {
    const close = source.indexOf('-->', start);
    const end = close < 0 ? source.length : close + 3;
    return { is: 'whole', kind: 'comment', name: '', start, end, closes: '' };
  }
  TAG.lastIndex = start;
  const tag = TAG.exec(source);
  if (!tag) return undefined;
  const name = tag[2]!.toLowerCase();
  const end = name === 'style' && !tag[1] ? behind(source, '</style>', start) : TAG.lastIndex;
  const is = tag[1]
    ? 'close'
    : VOID.has(name) || name === 'style' || tag[0].endsWith('/>')
      ? 'whole'
      : 'open';
  return { is, kind: 'element', name, start, end, closes: `<${name}` };
}

function behind(source: string, mark: string, start: number): number {
  const found = source.indexOf(mark, start);
  return found < 0 ? source.length : found + mark.length;
}

function textEnd(source: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at += 1) if (source[at] === '<' && markupAt(source, at)) return at;
  return limit;
}
