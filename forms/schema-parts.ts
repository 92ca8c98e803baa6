/** Looking into a normal-form schema without data: through `$ref`, `allOf` and every branch. */
import { pointerTokens } from './pointer.ts';
import type { Schema, SchemaObject } from './types.ts';

/** The schema behind `$ref`s; a boolean schema reads as an empty object. */
export function resolve(root: Schema, schema: Schema): SchemaObject {
  let target = schema;
  let title: SchemaObject = {};
  for (let hops = 0; hops < 100; hops += 1) {
    if (typeof target === 'boolean') return title;
    if (target.$ref === undefined) return Object.keys(title).length === 0 ? target : { ...target, ...title };
    const { $ref, $defs: _defs, definitions: _definitions, ...beside } = target;
    title = { ...beside, ...title };
    target = referenced(root, $ref);
  }
  return title;
}

/** The schema that `#/a/b` names; references were checked when the form was compiled. */
export function referenced(root: Schema, ref: string): Schema {
  let value: unknown = root;
  for (const token of pointerTokens(decodeURIComponent(ref.replace(/^#/, '')))) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return true;
    value = (value as Record<string, unknown>)[token];
  }
  return value as Schema;
}

/** A schema and everything that applies to the same value, with whether it applies always. */
export interface Part {
  schema: SchemaObject;
  always: boolean;
}

/** `schema`, and what stands under its allOf, anyOf, oneOf, if/then/else and dependencies. */
export function partsOf(root: Schema, schemas: readonly Schema[]): Part[] {
  const parts: Part[] = [];
  const seen = new Set<SchemaObject>();
  const visit = (schema: Schema, always: boolean): void => {
    const node = resolve(root, schema);
    if (seen.has(node) || parts.length > MOST_PARTS) return;
    seen.add(node);
    parts.push({ schema: node, always });
    for (const part of node.allOf ?? []) visit(part, always);
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) visit(part, false);
    if (node.then !== undefined && node.if !== undefined) visit(node.then, false);
    if (node.else !== undefined && node.if !== undefined) visit(node.else, false);
    for (const part of Object.values(node.dependencies ?? {})) {
      if (!Array.isArray(part)) visit(part, false);
    }
  };
  for (const schema of schemas) visit(schema, true);
  return parts;
}

const MOST_PARTS = 500;

/** property name -> every schema that describes it in some branch, in the order of the document */
export function propertySchemas(root: Schema, schemas: readonly Schema[]): ReadonlyMap<string, Schema[]> {
  const properties = new Map<string, Schema[]>();
  for (const { schema } of partsOf(root, schemas)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const known = properties.get(name);
      if (known) known.push(property);
      else properties.set(name, [property]);
    }
  }
  return properties;
}

/** What an array's rows are, when they are all of one kind. */
export function itemSchema(root: Schema, schemas: readonly Schema[]): Schema | undefined {
  for (const { schema } of partsOf(root, schemas)) {
    if (schema.items !== undefined && !Array.isArray(schema.items)) return schema.items;
  }
  return undefined;
}

/** The first value of a keyword among the parts of a value's schemas. */
export function keyword<K extends keyof SchemaObject>(
  root: Schema,
  schemas: readonly Schema[],
  name: K,
): SchemaObject[K] | undefined {
  for (const { schema } of partsOf(root, schemas)) {
    if (schema[name] !== undefined) return schema[name];
  }
  return undefined;
}
