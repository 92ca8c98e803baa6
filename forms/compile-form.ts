/** From the two documents of a form (schema and ui) to what validates and describes it. */
import { Ajv, type ValidateFunction } from 'ajv';
import { withAddresses } from './address.ts';
import { circularReferences } from './circular-references.ts';
import { conditionsOf } from './conditions.ts';
import { LIMITS } from './dialect.ts';
import { listFields } from './fields-of.ts';
import type { Form } from './form.ts';
import { addKeywords } from './keywords.ts';
import { listRulesOf } from './lists.ts';
import { childPointer } from './pointer.ts';
import { formProblem } from './problems.ts';
import { readSchema } from './read-schema.ts';
import { readUi } from './read-ui.ts';
import type { FormProblem, Schema, SchemaObject, UiNode } from './types.ts';

export interface FormSource {
  schema: unknown;
  ui?: unknown;
}

/**
 * Compiles a form. What the dialect does not support is refused by name.
 *
 * @returns `form` is absent exactly when there are `problems`; their pointers lead into `{ schema, ui }`
 */
export function compileForm({ schema, ui }: FormSource): { form?: Form; problems: FormProblem[] } {
  const oversized = tooLarge({ schema, ui });
  if (oversized.length > 0) return { problems: oversized };
  const read = readSchema(schema);
  const circular = read.problems.length === 0 ? circularReferences(read.schema) : [];
  const problems = [...read.problems, ...circular];
  if (problems.length > 0) return { problems };
  problems.push(...wrongValues(read.schema));
  const readDocument = readUi(ui, read.schema);
  problems.push(...readDocument.problems);
  if (problems.length > 0) return { problems };
  return { form: build(read.schema, withAddresses(readDocument.ui)), problems };
}

function tooLarge(source: FormSource): FormProblem[] {
  return (['schema', 'ui'] as const)
    .filter((part) => (JSON.stringify(source[part]) ?? '').length > LIMITS.sourceLength)
    .map((part) => formProblem(`/${part}`, 'too-large', { limit: LIMITS.sourceLength }));
}

const newAjv = () =>
  new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    messages: false,
    ownProperties: true,
    passContext: true,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    inlineRefs: false,
  });

let metaSchema: ValidateFunction | undefined;

/** Values of keywords that draft-07's meta-schema refuses: `minLength: -1`, `required: "a"`. */
function wrongValues(schema: Schema): FormProblem[] {
  metaSchema ??= new Ajv({ allErrors: true, strict: false, logger: false }).getSchema(
    'http://json-schema.org/draft-07/schema#',
  ) as ValidateFunction;
  if (metaSchema(schema)) return [];
  const worst = (metaSchema.errors ?? []).filter((error) => error.keyword !== 'anyOf');
  const byPointer = new Map(worst.map((error) => [error.instancePath, error]));
  return [...byPointer.values()].map((error) =>
    formProblem(`/schema${error.instancePath}`, 'keyword-value', {
      keyword: error.instancePath.split('/').pop() ?? '',
      reason: error.message ?? error.keyword,
    }),
  );
}

function build(schema: Schema, ui: UiNode): Form {
  const ajv = newAjv();
  addKeywords(ajv);
  // an own id, so that parts of the schema can be asked for by pointer
  ajv.addSchema(typeof schema === 'boolean' ? (schema ? {} : { not: {} }) : schema, ROOT);
  const check = ajv.getSchema(ROOT) as ValidateFunction;
  const pointers = pointersOf(schema);
  const parts = new Map<SchemaObject, ValidateFunction>();
  const satisfies = (node: Schema, value: unknown): boolean => {
    if (typeof node === 'boolean') return node;
    let validate = parts.get(node);
    if (!validate) {
      const pointer = (pointers.get(node) ?? '').split('/').map(encodeURIComponent).join('/');
      validate = ajv.getSchema(`${ROOT}#${pointer}`) as ValidateFunction;
      parts.set(node, validate);
    }
    return validate.call({}, value) === true;
  };
  const conditions = conditionsOf(ui);
  const lists = listRulesOf(ui);
  const fields = listFields(schema, ui);
  const isConditional = conditions.length > 0 || hasBranches(schema);
  return { schema, ui, fields, conditions, lists, isConditional, check, satisfies };
}

const ROOT = 'form';

function pointersOf(schema: Schema): Map<SchemaObject, string> {
  const pointers = new Map<SchemaObject, string>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) pointers.set(node as SchemaObject, pointer);
    for (const [key, value] of Object.entries(node)) visit(value, childPointer(pointer, key));
  };
  visit(schema, '');
  return pointers;
}

const BRANCHES = ['if', 'anyOf', 'oneOf', 'dependencies'];

function hasBranches(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(
    ([key, value]) => (BRANCHES.includes(key) && typeof value === 'object') || hasBranches(value),
  );
}
