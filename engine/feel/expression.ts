import { date, dateAndTime, evaluate, parseExpression } from 'feelin';
import type { Instant, Json, Variables } from '../types.ts';
import { boundWork, createBudget, isSmall, MAX_ITEMS } from './bound-work.ts';
import { camundaFunctions } from './camunda-functions.ts';
import { BAIL, compileFast } from './fast-path.ts';
import { juelToFeel } from './juel-to-feel.ts';
import { createOrderWatch } from './order.ts';

/** What an expression came to; `warnings` holds feelin's warning types (`NO_VARIABLE_FOUND`, ...). */
export interface Evaluated {
  value: Json;
  warnings: string[];
}

/** A parsed expression: FEEL, or Camunda's `${...}` translated to FEEL, or a constant text. */
export interface Expression {
  readonly source: string;
  /** the value when it does not depend on data */
  readonly constant?: Json;
  /** `at` is what `now()` and `today()` answer. Never throws: a fault is a null with a warning. */
  evaluate(context: Variables, at: Instant): Evaluated;
}

/** Why a text is no expression. */
export interface ExpressionFault {
  fault: string;
}

const MAX_LENGTH = 10_000;

/**
 * Parses a FEEL expression; a leading `=` (Zeebe) is dropped and `${...}` (Camunda) translated.
 * Parsed once: comparisons of variables with literals run without feelin, with the same result.
 */
export function compileExpression(text: string): Expression | ExpressionFault {
  const source = text.trim();
  if (source.length > MAX_LENGTH) return { fault: `longer than ${MAX_LENGTH} characters` };
  if (/^[$#]\{/.test(source)) return compileJuel(source);
  if (source.startsWith('=')) return compileFeel(withFeelSigns(source.slice(1).trim()), source);
  const compiled = METHOD_CALL.test(source)
    ? { fault: `no FEEL for ${shorten(source)}` }
    : compileFeel(withFeelSigns(source), source);
  if (!isFault(compiled)) return compiled;
  // texts in single quotes, and `a == 1 && b.contains("x")` with the braces left away
  const requoted = source.includes('"') ? source : source.replace(/'([^'\\]*)'/g, '"$1"');
  const again =
    requoted === source || METHOD_CALL.test(source) ? compiled : compileFeel(withFeelSigns(requoted), source);
  if (!isFault(again)) return again;
  const feel = juelToFeel(`\${${source}}`);
  return feel === undefined ? compiled : compileFeel(feel, source);
}

/** A method called on a value: not FEEL, where data have no functions. */
const METHOD_CALL = /^[^"]*[\p{L}\p{N}_)\]]\.\p{L}[\p{L}\p{N}_]*\(/u;

const FEEL_SIGNS: Record<string, string> = { '==': '=', '===': '=', '<>': '!=' };

/** `==`, `===` and `<>` are no signs of FEEL, whose parser takes them for something else: outside texts `=` and `!=` are meant. */
function withFeelSigns(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|={2,3}|<>/g, (part) => FEEL_SIGNS[part] ?? part);
}

/** A text that is a constant unless it starts with `=` or holds `${...}`. */
export function compileText(text: string): Expression | ExpressionFault {
  const source = text.trim();
  if (source.startsWith('=')) return compileExpression(source);
  return /[$#]\{/.test(source) ? compileJuel(source) : constantExpression(text, text);
}

function compileJuel(source: string): Expression | ExpressionFault {
  const feel = juelToFeel(source);
  return feel === undefined ? { fault: `no FEEL for ${shorten(source)}` } : compileFeel(feel, source);
}

export function isFault(result: Expression | ExpressionFault): result is ExpressionFault {
  return 'fault' in result;
}

export function constantExpression(value: Json, source: string): Expression {
  return { source, constant: value, evaluate: () => ({ value, warnings: [] }) };
}

function compileFeel(feel: string, source: string): Expression | ExpressionFault {
  const fault = syntaxFault(feel) ?? sizeFault(feel);
  if (fault) return { fault };
  const fast = compileFast(feel);
  const bounded = boundWork(feel);
  const slow = (context: Variables, at: Instant) => evaluateFeel({ feel, bounded }, context, at);
  if (!fast) return { source, evaluate: slow };
  return {
    source,
    evaluate(context, at) {
      const value = fast(context);
      return value === BAIL ? slow(context, at) : { value: value as Json, warnings: [] };
    },
  };
}

function syntaxFault(feel: string): string | undefined {
  if (feel === '') return 'empty';
  let position = -1;
  try {
    parseExpression(feel, camundaFunctions, undefined).iterate({
      enter(node) {
        if (position < 0 && node.type.isError) position = node.from;
      },
    });
  } catch (error) {
    return (error as Error).message;
  }
  return position < 0 ? undefined : `at character ${position + 1} of ${shorten(feel)}`;
}

/** A range written out that no evaluation could go through. */
function sizeFault(feel: string): string | undefined {
  for (const [range, from, to] of feel.matchAll(/(\d+)\s*\.\.\s*(\d+)/g))
    if (Number(to) - Number(from) > MAX_ITEMS && /\b(for|some|every)\b/.test(feel))
      return `range ${range} is too long`;
  return undefined;
}

/** A name that cannot change how a text around it is read, as `a-b` and `bản in` do. */
const PLAIN_NAME = /^[\p{L}\p{N}_]+$/u;

function evaluateFeel(
  { feel, bounded }: { feel: string; bounded: string },
  context: Variables,
  at: Instant,
): Evaluated {
  try {
    const budget = createBudget();
    const order = createOrderWatch();
    const visible = visibleNames(feel, context, at);
    const isPlain = Object.keys(visible).every((name) => name in camundaFunctions || PLAIN_NAME.test(name));
    const text = isPlain ? bounded : boundWork(feel, visible);
    const { value, warnings } = evaluate(text, { ...visible, ...budget.functions, ...order.functions });
    if (budget.isSpent() || !isSmall(value)) return { value: null, warnings: ['TOO_LARGE'] };
    if (order.hasMixed()) return { value: null, warnings: ['NO_ORDER'] };
    const asked = askedNames(feel);
    const told = warnings.filter((warning) => !asked.some((name) => warning.message.includes(`'${name}'`)));
    return { value: toJson(value), warnings: told.map((warning) => warning.type) };
  } catch {
    // an absent name with spaces can change how the text parses; some mixed types have no order in feelin
    return { value: null, warnings: ['EVALUATION_FAILED'] };
  }
}

/** Names that the text itself asks about with `is defined` or `get or else`: their absence is no surprise. */
function askedNames(feel: string): string[] {
  const asked = /(?:is defined|get or else)\s*\(\s*([\p{L}_][\p{L}\p{N}_. ]*)/gu;
  // `số ngày` may be one name, `a or b` holds two
  return [...feel.matchAll(asked)].flatMap(([, path]) => [
    ...path!.trim().split('.'),
    ...path!.split(/[. ]/),
  ]);
}

/** Of the data only what the text can name goes to feelin, which copies its context at every evaluation. */
function visibleNames(feel: string, context: Variables, at: Instant): Record<string, unknown> {
  const names: Record<string, unknown> = {
    ...camundaFunctions,
    now: () => dateAndTime(at),
    today: () => date(at.slice(0, 10)),
  };
  for (const name of Object.keys(context)) if (feel.includes(name)) names[name] = context[name];
  return names;
}

function toJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
