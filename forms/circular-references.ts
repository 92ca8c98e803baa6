/** References that lead back to themselves without going down into the value: they would never end. */
import { childPointer } from './pointer.ts';
import { formProblem } from './problems.ts';
import { referenced } from './schema-parts.ts';
import type { FormProblem, Schema, SchemaObject } from './types.ts';

export function circularReferences(root: Schema): FormProblem[] {
  const problems: FormProblem[] = [];
  const state = new Map<SchemaObject, 'open' | 'done'>();
  const follow = (schema: Schema): boolean => {
    if (typeof schema === 'boolean' || state.get(schema) === 'done') return false;
    if (state.get(schema) === 'open') return true;
    state.set(schema, 'open');
    const isCircular = sameValueSchemas(root, schema).some(follow);
    state.set(schema, 'done');
    return isCircular;
  };
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as SchemaObject;
    if (typeof $ref === 'string' && follow(node as SchemaObject)) {
      problems.push(formProblem(pointer, 'reference-circle', { ref: $ref }));
    }
    for (const [key, value] of Object.entries(node)) {
      if (!VALUES.has(key)) visit(value, childPointer(pointer, key));
    }
  };
  visit(root, '/schema');
  return problems;
}

/** Keywords whose content is a value, not a schema. */
const VALUES = new Set(['enum', 'const', 'default', 'examples', 'required']);

/** The schemas that apply to the very same value. */
function sameValueSchemas(root: Schema, schema: SchemaObject): Schema[] {
  return [
    ...(schema.$ref === undefined ? [] : [referenced(root, schema.$ref)]),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[schema.not, schema.if, schema.then, schema.else].filter((part): part is Schema => part !== undefined),
    ...Object.values(schema.dependencies ?? {}).filter((part): part is Schema => !Array.isArray(part)),
  ];
}
