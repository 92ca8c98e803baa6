/** Keywords that ajv is given our own reading of: for formats that need the day, for exactness, for speed. */
import type { Ajv, AnySchemaObject, FuncKeywordDefinition } from 'ajv';
import { LIMITS } from './dialect.ts';
import { type CheckContext, checkFormat } from './formats.ts';

export function addKeywords(ajv: Ajv): void {
  for (const definition of [FORMAT, MULTIPLE_OF, UNIQUE_ITEMS, PATTERN, CONST, ENUM]) {
    ajv.removeKeyword(definition.keyword as string);
    ajv.addKeyword(definition);
  }
}

const FORMAT: FuncKeywordDefinition = {
  keyword: 'format',
  type: 'string',
  schemaType: 'string',
  errors: false,
  validate(this: unknown, format: string, text: string): boolean {
    return checkFormat(format, text, (this ?? {}) as CheckContext);
  },
};

/** Exact for decimals: 19.99 is a multiple of 0.01, which floating-point division denies. */
const MULTIPLE_OF: FuncKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  errors: false,
  validate: (step: number, value: number): boolean => isMultiple(value, step),
};

function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false;
  const [valueDigits, valuePower] = decimal(value);
  const [stepDigits, stepPower] = decimal(step);
  const power = Math.min(valuePower, stepPower);
  const scaledStep = stepDigits * 10n ** BigInt(stepPower - power);
  return scaledStep !== 0n && (valueDigits * 10n ** BigInt(valuePower - power)) % scaledStep === 0n;
}

/** The number as digits x 10^power, from its shortest decimal writing. */
function decimal(value: number): [bigint, number] {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** In one pass, where comparing each pair of ten thousand rows takes seconds. */
const UNIQUE_ITEMS: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  errors: false,
  validate: (isUnique: boolean, items: unknown[]): boolean =>
    !isUnique || new Set(items.map(canonical)).size === items.length,
};

/** The same text for equal JSON values, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.keys(value).sort();
    return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const PATTERN: FuncKeywordDefinition = {
  keyword: 'pattern',
  type: 'string',
  schemaType: 'string',
  errors: false,
  compile(pattern: string, _parent: AnySchemaObject) {
    const expression = new RegExp(pattern, 'u');
    return (text: string) => text.length <= LIMITS.patternInput && expression.test(text);
  },
};

/** By canonical text: a value may have keys that are called like methods (`toString`). */
const CONST: FuncKeywordDefinition = {
  keyword: 'const',
  errors: false,
  compile(wanted: unknown) {
    const text = canonical(wanted);
    return (value: unknown) => canonical(value) === text;
  },
};

const ENUM: FuncKeywordDefinition = {
  keyword: 'enum',
  schemaType: 'array',
  errors: false,
  compile(choices: unknown[]) {
    const texts = new Set(choices.map(canonical));
    return (value: unknown) => texts.has(canonical(value));
  },
};
