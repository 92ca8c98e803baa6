/** An answer that a form accepts, for previews, demonstrations and tests. */
import type { Form } from './form.ts';
import { sampleOfPattern } from './sample-text.ts';
import { keyword, partsOf, resolve } from './schema-parts.ts';
import type { JsonObject, Schema, SchemaObject } from './types.ts';
import { validateForm } from './validate-form.ts';
import { branchesOf, visibleData } from './visible-data.ts';

/**
 * @returns the first of the schema's `examples` that is valid, else an answer made from the schema;
 *   `undefined` when none was found (a pattern without an example, contradictory rules)
 */
export function sampleData(form: Form): unknown {
  const examples = typeof form.schema === 'boolean' ? [] : (form.schema.examples ?? []);
  for (const example of examples) {
    if (validateForm(form, example, 'vi').valid) return visibleData(form, structuredClone(example));
  }
  const made = visibleData(form, sampleOf(form, [form.schema], { name: '', depth: 0 }));
  return validateForm(form, made, 'vi').valid ? made : undefined;
}

interface Place {
  name: string;
  depth: number;
}

const DEEPEST = 8;

function sampleOf(form: Form, schemas: readonly Schema[], place: Place): unknown {
  const root = form.schema;
  const parts = partsOf(root, schemas).filter(({ always }) => always);
  for (const { schema } of parts) {
    for (const key of ['const', 'default'] as const)
      if (schema[key] !== undefined) return structuredClone(schema[key]);
    // those of the whole form were tried, and none is valid any more
    if (place.depth > 0 && schema.examples?.[0] !== undefined) return structuredClone(schema.examples[0]);
    if (schema.enum) return structuredClone(schema.enum[0]);
    const choice = (schema.oneOf ?? schema.anyOf)?.[0];
    if (choice !== undefined && !schema.properties)
      return sampleOf(form, [{ ...schema, oneOf: undefined, anyOf: undefined }, choice], place);
  }
  const types = [keyword(root, schemas, 'type') ?? []].flat().filter((type) => type !== 'null');
  const type = types[0] ?? (keyword(root, schemas, 'properties') ? 'object' : 'string');
  return (SAMPLES[type as string] ?? sampleText)(
    form,
    parts.map(({ schema }) => schema),
    place,
  );
}

type Sampler = (form: Form, schemas: SchemaObject[], place: Place) => unknown;

const SAMPLES: Readonly<Record<string, Sampler>> = {
  string: sampleText,
  boolean: () => true,
  integer: (_, schemas) => sampleNumber(schemas, 1),
  number: (_, schemas) =>
    sampleNumber(schemas, schemas.find(({ multipleOf }) => multipleOf)?.multipleOf ?? 0.5),
  array: sampleArray,
  object: sampleObject,
};

const least = (values: (number | undefined)[], otherwise: number): number =>
  Math.min(...values.filter((value) => value !== undefined), otherwise);
const most = (values: (number | undefined)[], otherwise: number): number =>
  Math.max(...values.filter((value) => value !== undefined), otherwise);

function sampleNumber(schemas: SchemaObject[], step: number): number {
  const low = most(
    schemas.map(
      ({ minimum, exclusiveMinimum }) =>
        minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step),
    ),
    -Infinity,
  );
  const high = least(
    schemas.map(
      ({ maximum, exclusiveMaximum }) =>
        maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step),
    ),
    Infinity,
  );
  const unit = schemas.find(({ multipleOf }) => multipleOf)?.multipleOf ?? 1;
  const start = Math.max(low, Math.min(high, 1));
  const value = Math.ceil(start / unit) * unit;
  return value > high ? start : value;
}

function sampleText(_form: Form, schemas: SchemaObject[], { name }: Place): string {
  const format = schemas.find((schema) => schema.format)?.format;
  const shortest = most(
    schemas.map(({ minLength }) => minLength),
    0,
  );
  const longest = least(
    schemas.map(({ maxLength }) => maxLength),
    200,
  );
  if (format && TEXTS[format]) return TEXTS[format];
  const pattern = schemas.find((schema) => schema.pattern)?.pattern;
  if (pattern !== undefined) return sampleOfPattern(pattern) ?? '';
  const text = /ten|name/i.test(name) ? 'Nguyễn Văn A (mẫu)' : 'Nội dung mẫu';
  return [...text.padEnd(shortest, ' mẫu')].slice(0, longest).join('');
}

const TEXTS: Readonly<Record<string, string>> = {
  'citizen-id': '089000000001',
  'phone-vn': '0900000001',
  'tax-code': '0100000001',
  'organisation-code': 'H01.1',
  email: 'mau@example.vn',
  date: '2026-01-15',
  'past-date': '2020-01-15',
  'future-date': '2099-01-15',
  'adult-birth-date': '1990-01-15',
  year: '2026',
  'month-year': '2026-01',
  time: '08:00:00+07:00',
  'date-time': '2026-01-15T08:00:00+07:00',
  duration: 'P1D',
  hostname: 'example.vn',
  ipv4: '127.0.0.1',
  ipv6: '::1',
  uri: 'https://example.vn/',
  'uri-reference': '/mau',
  'uri-template': '/mau/{id}',
  uuid: '00000000-0000-4000-8000-000000000000',
  'json-pointer': '/mau',
  'relative-json-pointer': '0',
  regex: '^a$',
  'file-id': '0'.repeat(64),
};

function sampleArray(form: Form, schemas: SchemaObject[], { name, depth }: Place): unknown[] {
  const items = schemas.find((schema) => schema.items !== undefined)?.items;
  if (Array.isArray(items)) return items.map((item) => sampleOf(form, [item], { name, depth: depth + 1 }));
  const count = most(
    schemas.map(({ minItems }) => minItems),
    1,
  );
  const longest = least(
    schemas.map(({ maxItems }) => maxItems),
    20,
  );
  if (depth >= DEEPEST || items === undefined) return [];
  const contained = schemas.find((schema) => schema.contains !== undefined)?.contains;
  const row = sampleOf(form, [contained ?? items], { name, depth: depth + 1 });
  return Array.from({ length: Math.min(count, longest) }, () => structuredClone(row));
}

function sampleObject(form: Form, schemas: SchemaObject[], { depth }: Place): JsonObject {
  const result: JsonObject = {};
  if (depth >= DEEPEST) return result;
  // what applies may depend on what is filled in already: a second and third look
  for (let round = 0; round < 3; round += 1) {
    const { active } = branchesOf(form, schemas, result);
    for (const schema of active) {
      for (const name of Object.keys(schema.properties ?? {})) {
        if (Object.hasOwn(result, name)) continue;
        const described = active.flatMap((part) =>
          part.properties && Object.hasOwn(part.properties, name) ? [part.properties[name] as Schema] : [],
        );
        if (
          described.every(
            (property) => typeof property !== 'boolean' && !resolve(form.schema, property).readOnly,
          )
        ) {
          const value = sampleOf(form, described, { name, depth: depth + 1 });
          if (value !== undefined) result[name] = value;
        }
      }
    }
  }
  return result;
}
