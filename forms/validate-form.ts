/** A form's answer checked: what is wrong, at which field, in the citizen's words. */
import type { ErrorObject } from 'ajv';
import { LIMITS } from './dialect.ts';
import type { Form } from './form.ts';
import type { CheckContext } from './formats.ts';
import { localText } from './labels.ts';
import { type ListFault, listFaults } from './lists.ts';
import { sentenceOf } from './messages.ts';
import { childPointer, pointerTokens, valueAt } from './pointer.ts';
import type { Field, FormError, FormVerdict, Language, LocalText, UiNode } from './types.ts';
import { hasTooManyRules, isHidden, settle } from './visible-data.ts';

/**
 * Checks data against a form. Hidden fields are neither asked for nor checked (see visible-data.ts).
 *
 * @param context `today` (`YYYY-MM-DD`, Asia/Ho_Chi_Minh) for dates that must not lie in the future;
 *   `lists` for fields whose values come from a named list
 * @returns `errors` is empty exactly when `valid`; at most 200 of them, in the order of the form
 */
export function validateForm(
  form: Form,
  data: unknown,
  language: Language,
  context: CheckContext = {},
): FormVerdict {
  if (isTooDeep(data)) return refusedWhole('depth', LIMITS.dataDepth, language);
  if (hasTooManyRules(form, data)) return refusedWhole('rules', LIMITS.evaluations, language);
  const settled = settle(form, data);
  const isValid = form.check.call(context, settled.data);
  const found = isValid
    ? []
    : tellingErrors((form.check.errors ?? []).slice(0, MOST_LOOKED_AT)).filter(
        (error) => !isHidden(settled.hidden, pointerAt(error)),
      );
  const missing = [...settled.required].filter((pointer) => isEmpty(valueAt(settled.data, pointer)));
  const errors = inFormOrder(form, found)
    .slice(0, LIMITS.errors)
    .map((error) => describe(form, settled.data, { error, language }));
  for (const pointer of missing) {
    if (!errors.some((error) => error.pointer === pointer)) {
      errors.push(requiredError(form, settled.data, { pointer, language }));
    }
  }
  for (const fault of context.lists ? listFaults(form.lists, settled.data, context.lists) : []) {
    if (errors.length >= LIMITS.errors) break;
    if (!errors.some((error) => error.pointer === fault.pointer)) {
      errors.push(listError(form, settled.data, { fault, language }));
    }
  }
  return { valid: errors.length === 0, errors: errors.slice(0, LIMITS.errors) };
}

const refusedWhole = (keyword: string, limit: number, language: Language): FormVerdict => ({
  valid: false,
  errors: [
    {
      pointer: '',
      keyword,
      message: sentenceOf(keyword, { label: '', limit, value: undefined, other: '' }, language),
    },
  ],
});

/** Of ten thousand wrong rows the first are enough to tell. */
const MOST_LOOKED_AT = 2000;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The field an error is about: for a missing or a superfluous one, that field. */
function pointerAt({ instancePath, params, keyword }: ErrorObject): string {
  const named: unknown = {
    required: params.missingProperty,
    dependencies: params.missingProperty,
    additionalProperties: params.additionalProperty,
    propertyNames: params.propertyName,
  }[keyword];
  return typeof named === 'string' ? childPointer(instancePath, named) : instancePath;
}

/**
 * Leaves out what only repeats: the sum-up of if/then, and of an anyOf or oneOf either its sum-up
 * or the complaints of the one branch that was meant.
 */
function tellingErrors(all: readonly ErrorObject[]): ErrorObject[] {
  let errors = all.filter(({ keyword }) => keyword !== 'if');
  if (errors.length === 0) return [...all];
  const propertyNames = errors.filter(({ keyword }) => keyword === 'propertyNames');
  if (propertyNames.length > 0)
    errors = errors.filter(({ schemaPath }) => !/\/propertyNames\//.test(schemaPath));
  errors = errors.filter(
    ({ keyword, schemaPath }) => keyword === 'contains' || !/\/contains\//.test(schemaPath),
  );
  const summaries = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  for (const summary of summaries) {
    if (!errors.includes(summary)) continue;
    const inner = errors.filter((error) => error !== summary && isInside(error, summary));
    const meant = branchMeant(inner, summary);
    const dropped = new Set(meant.length > 0 ? [summary, ...inner] : inner);
    for (const error of meant) dropped.delete(error);
    errors = errors.filter((error) => !dropped.has(error));
  }
  return errors;
}

const isInside = (error: ErrorObject, summary: ErrorObject): boolean =>
  error.instancePath.startsWith(summary.instancePath) &&
  error.schemaPath.startsWith(`${summary.schemaPath}/`);

/** The branch whose type and constants fit, when there is exactly one: its complaints help. */
function branchMeant(inner: readonly ErrorObject[], summary: ErrorObject): ErrorObject[] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of inner) {
    const branch = error.schemaPath.slice(summary.schemaPath.length + 1).split('/')[0] as string;
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  const fitting = [...branches.values()].filter((errors) =>
    errors.every(({ keyword }) => !['type', 'const', 'enum', 'false schema', 'not'].includes(keyword)),
  );
  return fitting.length === 1 && branches.size > 1 ? (fitting[0] as ErrorObject[]) : [];
}

interface Asked {
  error: ErrorObject;
  language: Language;
}

function describe(form: Form, data: unknown, { error, language }: Asked): FormError {
  const pointer = pointerAt(error);
  if (error.keyword === 'required') return requiredError(form, data, { pointer, language });
  const ui = uiAt(form.ui, data, pointer);
  const own = AUTHORED.has(error.keyword)
    ? localText(ui?.['ui:message'] as LocalText | undefined, language)
    : undefined;
  const message =
    own ??
    sentenceOf(
      error.keyword,
      {
        label: labelAt(form, data, { pointer, language }),
        limit: error.schema,
        value: error.data,
        other: otherName(form, data, { error, language }),
        ...(error.keyword === 'additionalItems' ? { limit: error.params.limit } : {}),
      },
      language,
    );
  return { pointer, keyword: error.keyword, message };
}

/** Keywords about the value itself, where `ui:message` says it better. */
const AUTHORED = new Set([
  'pattern',
  'format',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'not',
  'anyOf',
  'oneOf',
]);

function otherName(form: Form, data: unknown, { error, language }: Asked): string {
  if (error.keyword === 'dependencies') {
    const pointer = childPointer(error.instancePath, String(error.params.property));
    return labelAt(form, data, { pointer, language });
  }
  return String(error.params.additionalProperty ?? error.params.propertyName ?? '');
}

const REQUIRED_BY_TYPE: Partial<Record<Field['type'], string>> = {
  select: 'required-choice',
  multiselect: 'required-choice',
  boolean: 'required-tick',
  files: 'required-files',
};

interface Place {
  pointer: string;
  language: Language;
}

function requiredError(form: Form, data: unknown, { pointer, language }: Place): FormError {
  const field = fieldAt(form, data, pointer);
  const sentence = (field && REQUIRED_BY_TYPE[field.type]) ?? 'required';
  const facts = {
    label: labelAt(form, data, { pointer, language }),
    limit: true,
    value: undefined,
    other: '',
  };
  return { pointer, keyword: 'required', message: sentenceOf(sentence, facts, language) };
}

function listError(
  form: Form,
  data: unknown,
  { fault, language }: { fault: ListFault; language: Language },
): FormError {
  const { pointer, keyword, otherPointer } = fault;
  const own = localText(uiAt(form.ui, data, pointer)?.['ui:message'], language);
  const facts = {
    label: labelAt(form, data, { pointer, language }),
    limit: true,
    value: undefined,
    other: otherPointer === undefined ? '' : String(valueAt(data, otherPointer) ?? ''),
  };
  return { pointer, keyword: 'list', message: own ?? sentenceOf(keyword, facts, language) };
}

const WHOLE_FORM: Record<Language, string> = { vi: 'Biểu mẫu', en: 'The form' };
const ROW: Record<Language, string> = { vi: 'dòng', en: 'row' };

/** The field's name, with its row in a table: `Họ và tên (dòng 3)`. */
export function labelAt(form: Form, data: unknown, { pointer, language }: Place): string {
  const tokens = pointerTokens(pointer);
  if (tokens.length === 0) return WHOLE_FORM[language];
  const field = fieldAt(form, data, pointer);
  if (field) {
    const row = tokens.findLastIndex((_, index) => isRow(data, tokens, index));
    return row < 0
      ? field.label[language]
      : `${field.label[language]} (${ROW[language]} ${Number(tokens[row]) + 1})`;
  }
  const last = tokens.at(-1) as string;
  if (!isRow(data, tokens, tokens.length - 1)) return last;
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  return `${labelAt(form, data, { pointer: parent, language })} (${ROW[language]} ${Number(last) + 1})`;
}

const isRow = (data: unknown, tokens: readonly string[], index: number): boolean =>
  /^\d+$/.test(tokens[index] ?? '') && Array.isArray(valueAtTokens(data, tokens.slice(0, index)));

function valueAtTokens(data: unknown, tokens: readonly string[]): unknown {
  let value = data;
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/** `/nguoi/3/hoTen` -> `/nguoi/-/hoTen`, as {@link Field} has it. */
function patternPointer(data: unknown, pointer: string): string {
  const tokens = pointerTokens(pointer);
  return tokens
    .map((token, index) => (isRow(data, tokens, index) ? '-' : token))
    .reduce((path, token) => childPointer(path, token), '');
}

function fieldAt(form: Form, data: unknown, pointer: string): Field | undefined {
  return fieldIndex(form).get(patternPointer(data, pointer))?.field;
}

function uiAt(ui: UiNode, data: unknown, pointer: string): UiNode | undefined {
  const tokens = pointerTokens(pointer);
  let node: UiNode | undefined = ui;
  tokens.forEach((token, index) => {
    const key = isRow(data, tokens, index) ? 'items' : token;
    node = node && Object.hasOwn(node, key) ? (node[key] as UiNode) : undefined;
  });
  return node;
}

const indexes = new WeakMap<Form, Map<string, { field: Field; order: number }>>();

function fieldIndex(form: Form): Map<string, { field: Field; order: number }> {
  let index = indexes.get(form);
  if (!index) {
    index = new Map(form.fields.map((field, order) => [field.pointer, { field, order }]));
    indexes.set(form, index);
  }
  return index;
}

/** Errors as the reader meets the fields; rows of a table in their order; what belongs to no field last. */
function inFormOrder(form: Form, errors: readonly ErrorObject[]): ErrorObject[] {
  const index = fieldIndex(form);
  const order = (error: ErrorObject): number =>
    index.get(pointerAt(error).replaceAll(/\/\d+(?=\/|$)/g, '/-'))?.order ?? Number.MAX_SAFE_INTEGER;
  return errors
    .map((error, position) => ({ error, position, order: order(error) }))
    .sort((left, right) => left.order - right.order || left.position - right.position)
    .map(({ error }) => error);
}

function isTooDeep(data: unknown): boolean {
  const queue: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= LIMITS.dataDepth) return true;
    for (const value of Object.values(next.value)) queue.push({ value, depth: next.depth + 1 });
  }
  return false;
}
