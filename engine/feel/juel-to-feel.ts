/**
 * Translates Camunda's `${...}` / `#{...}` (JUEL) into FEEL where both mean the same: variables and
 * paths, literals, comparisons, `&&` `||` `!`, arithmetic, `? :`, `empty`, and the few method calls
 * that stand in most models (`execution.getVariable('x')`, `.equals(..)`, `.size()`, `.contains(..)`).
 * Text around the braces is joined to it. Undefined when anything else occurs; no Java or JavaScript is ever run.
 */
export function juelToFeel(text: string): string | undefined {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const start = rest.search(/[$#]\{/);
    if (start !== 0) {
      parts.push(JSON.stringify(start < 0 ? rest : rest.slice(0, start)));
      rest = start < 0 ? '' : rest.slice(start);
      continue;
    }
    const [whole, inner] = ENCLOSED.exec(rest) ?? [];
    const feel = wrap(inner, translate);
    if (feel === undefined) return undefined;
    parts.push(feel);
    rest = rest.slice(whole!.length);
  }
  if (parts.length === 1) return parts[0];
  return parts.map((part) => (part.startsWith('"') ? part : `string(${part})`)).join(' + ');
}

type Parser = { tokens: string[]; index: number; depth: number };

/** What may stand inside one another; much more would not fit on the stack. */
const MAX_DEPTH = 100;
/** Characters of FEEL that may come out; some forms repeat what they hold, which doubles it every time. */
const MAX_LENGTH = 20_000;

/** up to the brace that closes; braces in texts do not */
const ENCLOSED = /^[$#]\{((?:[^}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\}/su;

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[\p{L}_$][\p{L}\p{N}_$]*|&&|\|\||==|!=|<=|>=|[-!<>()+*/%?:.,[\]])\s*/uy;
const WORD_SIGNS = new Map(
  Object.entries({
    and: '&&',
    or: '||',
    not: '!',
    eq: '==',
    ne: '!=',
    lt: '<',
    gt: '>',
    le: '<=',
    ge: '>=',
    div: '/',
    mod: '%',
  }),
);
/** each level binds tighter than the one before; JUEL sign -> FEEL sign */
const LEVELS: Record<string, string>[] = [
  { '||': 'or' },
  { '&&': 'and' },
  { '==': '=', '!=': '!=' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', '%': '%' },
];

function translate(juel: string): string | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < juel.length) {
    const match = TOKEN.exec(juel);
    if (!match) return undefined;
    tokens.push(WORD_SIGNS.get(match[1]!) ?? match[1]!);
  }
  const parser = { tokens, index: 0, depth: 0 };
  const feel = parseTernary(parser);
  return parser.index === tokens.length ? wrap(feel, (value) => value) : undefined;
}

function accept(parser: Parser, token: string): boolean {
  if (parser.tokens[parser.index] !== token) return false;
  parser.index++;
  return true;
}

function deeper(parser: Parser, parse: (parser: Parser) => string | undefined): string | undefined {
  if (++parser.depth > MAX_DEPTH) return undefined;
  const feel = parse(parser);
  parser.depth--;
  return feel;
}

function parseTernary(parser: Parser): string | undefined {
  return deeper(parser, parseChoice);
}

function parseChoice(parser: Parser): string | undefined {
  const condition = parseLevel(parser, 0);
  if (condition === undefined || !accept(parser, '?')) return condition;
  const yes = parseTernary(parser);
  if (yes === undefined || !accept(parser, ':')) return undefined;
  const no = parseTernary(parser);
  return no === undefined ? undefined : `(if ${condition} then ${yes} else ${no})`;
}

function parseLevel(parser: Parser, level: number): string | undefined {
  const signs = LEVELS[level];
  if (!signs) return parseUnary(parser);
  let left = parseLevel(parser, level + 1);
  for (;;) {
    const sign = parser.tokens[parser.index] ?? '';
    if (left === undefined || !Object.hasOwn(signs, sign)) return left;
    parser.index++;
    const right = parseLevel(parser, level + 1);
    if (right === undefined) return undefined;
    left = sign === '%' ? `modulo(${left}, ${right})` : `(${left} ${signs[sign]} ${right})`;
  }
}

function parseUnary(parser: Parser): string | undefined {
  if (accept(parser, '!')) return wrap(deeper(parser, parseUnary), (value) => `not(${value})`);
  if (accept(parser, '-')) return wrap(deeper(parser, parseUnary), (value) => `-(${value})`);
  if (accept(parser, 'empty'))
    return wrap(deeper(parser, parseUnary), (value) => `(${value} = null or ${value} = "" or ${value} = [])`);
  return parsePath(parser);
}

function wrap(value: string | undefined, form: (value: string) => string | undefined): string | undefined {
  return value === undefined || value.length > MAX_LENGTH ? undefined : form(value);
}

/** methods with the same meaning in FEEL: receiver and argument -> FEEL */
const METHODS = new Map<string, (target: string, argument: string) => string>([
  ['equals', (target, other) => `(${target} = ${other})`],
  [
    'contains',
    (target, item) =>
      `(if ${target} instance of string then contains(${target}, ${item}) else list contains(${target}, ${item}))`,
  ],
  ['startsWith', (target, start) => `starts with(${target}, ${start})`],
  ['endsWith', (target, end) => `ends with(${target}, ${end})`],
]);
/** those without an argument */
const PROPERTIES = new Map<string, (target: string) => string>([
  ['size', (target) => `count(${target})`],
  ['length', (target) => `string length(${target})`],
  ['isEmpty', (target) => `(if ${target} instance of string then ${target} = "" else count(${target}) = 0)`],
]);
/** what an execution says of the variable that the argument names */
const VARIABLE_METHODS = new Map<string, (variable: string) => string>([
  ['getVariable', (variable) => variable],
  ['getVariableLocal', (variable) => variable],
  ['hasVariable', (variable) => `(${variable} != null)`],
]);

function parsePath(parser: Parser): string | undefined {
  let value = parsePrimary(parser);
  while (
    value !== undefined &&
    (parser.tokens[parser.index] === '.' || parser.tokens[parser.index] === '[')
  ) {
    if (accept(parser, '[')) {
      const index: string | undefined = parseTernary(parser);
      if (index === undefined || !accept(parser, ']')) return undefined;
      value = index.startsWith('"') ? `get value(${value}, ${index})` : `${value}[${index} + 1]`;
      continue;
    }
    parser.index++;
    const name = parser.tokens[parser.index++] ?? '';
    if (!/^[\p{L}_]/u.test(name)) return undefined;
    value = parser.tokens[parser.index] === '(' ? callMethod(parser, value, name) : `${value}.${name}`;
  }
  return value;
}

function callMethod(parser: Parser, target: string, name: string): string | undefined {
  accept(parser, '(');
  if (accept(parser, ')')) return wrap(target, (value) => PROPERTIES.get(name)?.(value));
  const argument = parseTernary(parser);
  if (!accept(parser, ')')) return undefined;
  const variableMethod = target === 'execution' && VARIABLE_METHODS.get(name);
  if (variableMethod) return wrap(wrap(argument, variableName), variableMethod);
  return wrap(target, (value) => wrap(argument, (item) => METHODS.get(name)?.(value, item)));
}

/** A name that is not written out stands in another variable, where FEEL cannot look. */
const variableName = (argument: string): string | undefined => QUOTED_NAME.exec(argument)?.[1];
const QUOTED_NAME = /^"([\p{L}_][\p{L}\p{N}_]*)"$/u;

function parsePrimary(parser: Parser): string | undefined {
  if (accept(parser, '(')) {
    const inner = parseTernary(parser);
    return inner !== undefined && accept(parser, ')') ? `(${inner})` : undefined;
  }
  const token = parser.tokens[parser.index++] ?? '';
  if (/["']/.test(token)) return JSON.stringify(token.slice(1, -1).replace(/\\(.)/g, '$1'));
  return /^[\p{L}_\d]/u.test(token) ? token : undefined;
}
