/** What a form starts with. */
import type { Form } from './form.ts';
import { propertySchemas, resolve } from './schema-parts.ts';
import type { JsonObject, Schema } from './types.ts';

/** The data of an empty form: every `default` of the schema, and nothing that nobody chose. */
export function defaults(form: Form): unknown {
  return defaultOf(form.schema, [form.schema], 0);
}

const DEEPEST = 8;

function defaultOf(root: Schema, schemas: readonly Schema[], depth: number): unknown {
  for (const schema of schemas) {
    const value = resolve(root, schema).default;
    if (value !== undefined) return structuredClone(value);
  }
  if (depth >= DEEPEST) return undefined;
  const properties = propertySchemas(root, schemas);
  if (properties.size === 0) return undefined;
  const result: JsonObject = {};
  for (const [name, property] of properties) {
    const value = defaultOf(root, property, depth + 1);
    if (value !== undefined) result[name] = value;
  }
  return Object.keys(result).length > 0 || depth === 0 ? result : undefined;
}
