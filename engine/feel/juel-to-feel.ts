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
    const end = closingBrace(rest);
    const inner = end < 0 ? undefined : translate(rest.slice(2, end));
    if (inner === undefined) return undefined;
    parts.push(inner);
    rest = rest.slice(end + 1);
  }
  if (parts.length === 1) return parts[0];
  return parts.map((part) => (part.startsWith('"') ? part : `string(${part})`)).join(' + ');
}

type Parser = { tokens: string[]; index: number };

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?|[\p{L}_$][\p{L}\p{N}_$]*|&&|\|\||==|!=|<=|>=|[-!<>()+*/%?:.,[\]])\s*/uy;
const WORD_SIGNS: Record<string, string> = {
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
};
/** each level binds tighter than the one before; JUEL sign -> FEEL sign */
const LEVELS: Record<string, string>[] = [
  { '||': 'or' },
  { '&&': 'and' },
  { '==': '=', '!=': '!=' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', '%': '%' },
];

function closingBrace(text: string): number {
  let quote = '';
  for (let index = 2; index < text.length; index++) {
    const char = text[index]!;
    if (quote) {
      if (char === '\\') index++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '}') return index;
  }
  return -1;
}

function translate(juel: string): string | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < juel.length) {
    const match = TOKEN.exec(juel);
    if (!match) return undefined;
    tokens.push(WORD_SIGNS[match[1]!] ?? match[1]!);
  }
  const parser = { tokens, index: 0 };
  const feel = parseTernary(parser);
  return parser.index === tokens.length ? feel : undefined;
}

function accept(parser: Parser, token: string): boolean {
  if (parser.tokens[parser.index] !== token) return false;
  parser.index++;
  return true;
}

function parseTernary(parser: Parser): string | undefined {
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
    const sign = parser.tokens[parser.index];
    if (left === undefined || sign === undefined || !Object.hasOwn(signs, sign)) return left;
    parser.index++;
    const right = parseLevel(parser, level + 1);
    if (right === undefined) return undefined;
    left = sign === '%' ? `modulo(${left}, ${right})` : `(${left} ${signs[sign]} ${right})`;
  }
}

function parseUnary(parser: Parser): string | undefined {
  if (accept(parser, '!')) return wrap(parseUnary(parser), (value) => `not(${value})`);
  if (accept(parser, '-')) return wrap(parseUnary(parser), (value) => `-(${value})`);
  if (accept(parser, 'empty'))
    return wrap(parseUnary(parser), (value) => `(${value} = null or ${value} = "" or ${value} = [])`);
  return parsePath(parser);
}

function wrap(value: string | undefined, form: (value: string) => string): string | undefined {
  return value === undefined ? undefined : form(value);
}

/** methods with the same meaning in FEEL: receiver and arguments -> FEEL */
const METHODS: Record<string, (target: string, args: string[]) => string | undefined> = {
  equals: (target, [other]) => (other ? `(${target} = ${other})` : undefined),
  size: (target) => `count(${target})`,
  length: (target) => `string length(${target})`,
  isEmpty: (target) => `(count(${target}) = 0)`,
  contains: (target, [item]) =>
    item &&
    `(if ${target} instance of string then contains(${target}, ${item}) else list contains(${target}, ${item}))`,
  startsWith: (target, [start]) => (start ? `starts with(${target}, ${start})` : undefined),
  endsWith: (target, [end]) => (end ? `ends with(${target}, ${end})` : undefined),
};

function parsePath(parser: Parser): string | undefined {
  let value = parsePrimary(parser);
  while (
    value !== undefined &&
    (parser.tokens[parser.index] === '.' || parser.tokens[parser.index] === '[')
  ) {
    if (accept(parser, '[')) {
      const index: string | undefined = parseTernary(parser);
      if (index === undefined || !accept(parser, ']')) return undefined;
      value = /^".*"$/.test(index) ? `get value(${value}, ${index})` : `${value}[${index} + 1]`;
      continue;
    }
    parser.index++;
    const name = parser.tokens[parser.index++];
    if (!name || !/^[\p{L}_]/u.test(name)) return undefined;
    value = parser.tokens[parser.index] === '(' ? callMethod(parser, value, name) : `${value}.${name}`;
  }
  return value;
}

function callMethod(parser: Parser, target: string, name: string): string | undefined {
  const args = parseArguments(parser);
  if (!args) return undefined;
  if (target === 'execution' && /^(getVariable|getVariableLocal)$/.test(name)) return variableName(args[0]);
  if (target === 'execution' && /^(hasVariable)$/.test(name))
    return wrap(variableName(args[0]), (variable) => `(${variable} != null)`);
  return METHODS[name]?.(target, args);
}

function variableName(quoted: string | undefined): string | undefined {
  const name = quoted?.replace(/^"|"$/g, '');
  return name && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : undefined;
}

function parseArguments(parser: Parser): string[] | undefined {
  accept(parser, '(');
  const args: string[] = [];
  while (!accept(parser, ')')) {
    const arg = parseTernary(parser);
    if (arg === undefined) return undefined;
    args.push(arg);
    if (!accept(parser, ',') && parser.tokens[parser.index] !== ')') return undefined;
  }
  return args;
}

function parsePrimary(parser: Parser): string | undefined {
  if (accept(parser, '(')) {
    const inner = parseTernary(parser);
    return inner !== undefined && accept(parser, ')') ? `(${inner})` : undefined;
  }
  const token = parser.tokens[parser.index++];
  if (token === undefined) return undefined;
  if (/^["']/.test(token)) return JSON.stringify(token.slice(1, -1).replace(/\\(.)/g, '$1'));
  // a call without a receiver is a bean or a Java function
  if (/^[\p{L}_\d]/u.test(token) && parser.tokens[parser.index] !== '(') return token;
  return undefined;
}
