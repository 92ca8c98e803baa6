/** FEEL in forms: visibility, requirement and computed values. Nothing else of a form is evaluated. */
import { evaluate, parseExpression } from 'feelin';
import { LIMITS } from './dialect.ts';
import type { JsonObject } from './types.ts';

/** Is it an expression that FEEL can read? A leading `=` is allowed. */
export function isExpression(source: unknown): source is string {
  if (typeof source !== 'string' || source.trim() === '' || source.length > LIMITS.expressionLength) {
    return false;
  }
  let isSound = true;
  parseExpression(bare(source), {}, undefined).iterate({
    enter: ({ type }) => {
      isSound &&= !type.isError;
    },
  });
  return isSound;
}

/**
 * The value of an expression over the form's data. A field that is not filled in is null, as FEEL
 * has it; what cannot be worked out is null too.
 */
export function evaluateFeel(source: string, variables: JsonObject): unknown {
  const expression = bare(source);
  const used = Object.keys(variables).filter((name) => expression.includes(name));
  const key = `${expression}\n${JSON.stringify(used.map((name) => [name, variables[name]]))}`;
  if (remembered.has(key)) return remembered.get(key);
  const value = evaluateOnce(expression, variables);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (key.length <= LONGEST_REMEMBERED) remembered.set(key, value);
  return value;
}

/** Does the condition hold? Only `true` does. */
export const holds = (source: string, variables: JsonObject): boolean =>
  evaluateFeel(source, variables) === true;

/** A condition is asked again at each key press, mostly about the same values; asking costs 0.7 ms. */
const remembered = new Map<string, unknown>();
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 5000;

const bare = (source: string): string => source.trim().replace(/^=/, '').trim();

function evaluateOnce(expression: string, variables: JsonObject): unknown {
  try {
    return toJson(evaluate(expression, variables).value);
  } catch {
    // a wrong type at run time (a text where a number is added): FEEL calls that null
    return null;
  }
}

function toJson(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'function') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toJson);
  return Object.getPrototypeOf(value) === Object.prototype ? value : String(value);
}
