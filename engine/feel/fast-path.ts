import type { Json, Variables } from '../types.ts';

/** What a fast expression answers when feelin must decide (a missing variable, mixed types, null). */
export const BAIL = Symbol('bail');

export type Fast = (context: Variables) => Json | typeof BAIL;

/**
 * Compiles the small part of FEEL that conditions are mostly made of: variables, paths, literals,
 * `=` `!=` `<` `<=` `>` `>=`, `and` `or`, `+` `*`, parentheses. Undefined when the text holds anything else.
 * It only ever answers where FEEL leaves one answer without a warning: two numbers, two texts,
 * two booleans. Everything else bails out to feelin, so both agree by construction.
 */
export function compileFast(text: string): Fast | undefined {
  const tokens = tokenize(text);
  if (!tokens) return undefined;
  const parser = { tokens, index: 0, depth: 0 };
  const expression = parseOr(parser);
  return expression && parser.index === tokens.length ? expression : undefined;
}

type Token = { kind: 'number' | 'text' | 'name' | 'sign'; text: string };
type Parser = { tokens: Token[]; index: number; depth: number };

/** Parentheses inside one another; more is left to feelin, which reads them without recursion. */
const MAX_DEPTH = 100;

const PATTERN =
  /\s*(?:(\d+(?:\.\d+)?)(?![\w.])|"([^"\\]*)"|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(!=|<=|>=|[=<>()+*]))\s*/uy;
/** words with a meaning of their own in FEEL, or that start a construct left to feelin */
const RESERVED = new Set(
  'not in between if then else for return some every satisfies instance of function item date time duration null'.split(
    ' ',
  ),
);

function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const match = PATTERN.exec(text);
    if (!match) return undefined;
    const [, number, string, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (string !== undefined) tokens.push({ kind: 'text', text: string });
    else if (name !== undefined) {
      if (RESERVED.has(name)) return undefined;
      tokens.push({ kind: name === 'and' || name === 'or' ? 'sign' : 'name', text: name });
    } else tokens.push({ kind: 'sign', text: sign! });
  }
  return tokens;
}

function accept(parser: Parser, ...texts: string[]): string | undefined {
  const token = parser.tokens[parser.index];
  if (token?.kind !== 'sign' || !texts.includes(token.text)) return undefined;
  parser.index++;
  return token.text;
}

function parseOr(parser: Parser): Fast | undefined {
  return parseLogic(parser, 'or', parseAnd);
}

function parseAnd(parser: Parser): Fast | undefined {
  return parseLogic(parser, 'and', parseComparison);
}

function parseLogic(
  parser: Parser,
  word: 'and' | 'or',
  operand: (parser: Parser) => Fast | undefined,
): Fast | undefined {
  let left = operand(parser);
  while (left && accept(parser, word)) {
    const right = operand(parser);
    if (!right) return undefined;
    const first = left;
    left = (context) => {
      const a = first(context);
      const b = right(context);
      if (typeof a !== 'boolean' || typeof b !== 'boolean') return BAIL;
      return word === 'and' ? a && b : a || b;
    };
  }
  return left;
}

const COMPARE: Record<string, (a: number | string | boolean, b: number | string | boolean) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function parseComparison(parser: Parser): Fast | undefined {
  const left = parseSum(parser);
  if (!left) return undefined;
  const sign = accept(parser, '=', '!=', '<', '<=', '>', '>=');
  if (!sign) return left;
  const right = parseSum(parser);
  if (!right) return undefined;
  const compare = COMPARE[sign]!;
  const isOrder = sign !== '=' && sign !== '!=';
  return (context) => {
    const a = left(context);
    const b = right(context);
    if (typeof a === 'number' && typeof b === 'number') return compare(a, b);
    if (isOrder) return BAIL;
    if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
    if (typeof a === 'boolean' && typeof b === 'boolean') return compare(a, b);
    return BAIL;
  };
}

function parseSum(parser: Parser): Fast | undefined {
  return parseArithmetic(parser, '+', parseProduct, (a, b) => a + b);
}

function parseProduct(parser: Parser): Fast | undefined {
  return parseArithmetic(parser, '*', parsePrimary, (a, b) => a * b);
}

function parseArithmetic(
  parser: Parser,
  sign: string,
  operand: (parser: Parser) => Fast | undefined,
  calculate: (a: number, b: number) => number,
): Fast | undefined {
  let left = operand(parser);
  while (left && accept(parser, sign)) {
    const right = operand(parser);
    if (!right) return undefined;
    const first = left;
    left = (context) => {
      const a = first(context);
      const b = right(context);
      return typeof a === 'number' && typeof b === 'number' ? calculate(a, b) : BAIL;
    };
  }
  return left;
}

const WORDS = new Map([
  ['true', true],
  ['false', false],
]);

function parsePrimary(parser: Parser): Fast | undefined {
  if (accept(parser, '(')) {
    if (++parser.depth > MAX_DEPTH) return undefined;
    const inner = parseOr(parser);
    parser.depth--;
    return inner && accept(parser, ')') ? inner : undefined;
  }
  const token = parser.tokens[parser.index];
  if (!token || token.kind === 'sign') return undefined;
  parser.index++;
  if (token.kind === 'number') return constant(Number(token.text));
  if (token.kind === 'text') return constant(token.text);
  const word = WORDS.get(token.text);
  if (word !== undefined) return constant(word);
  return variable(token.text.split('.'));
}

function constant(value: Json): Fast {
  return () => value;
}

function variable(path: string[]): Fast {
  return (context) => {
    let value: Json | undefined = context;
    for (const name of path) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return BAIL;
      if (!Object.hasOwn(value, name)) return BAIL;
      value = value[name];
    }
    // null, lists and contexts have rules of their own in FEEL
    return typeof value === 'object' || value === undefined ? BAIL : value;
  };
}
