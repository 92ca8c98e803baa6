/** Reads a schema of either draft into the normal form (draft-07), and refuses by name what is not supported. */
import {
  BESIDE_REF,
  DRAFTS,
  KEYWORDS,
  KEYWORDS_2020,
  type KeywordKind,
  LIMITS,
  NOT_IN_2020,
  PROTOTYPE_KEY,
} from './dialect.ts';
import { isKnownFormat } from './formats.ts';
import { patternFault } from './pattern-fault.ts';
import { childPointer, pointerTokens, valueAt } from './pointer.ts';
import { formProblem } from './problems.ts';
import type { FormProblem, JsonObject, Schema, SchemaObject } from './types.ts';

/** @returns the normal form, and every reason to refuse it; with problems the schema must not be used. */
export function readSchema(source: unknown): { schema: Schema; problems: FormProblem[] } {
  const reader: Reader = { is2020: false, problems: [], references: [], count: 0 };
  if (isObject(source) && source.$schema !== undefined) {
    const draft = DRAFTS[String(source.$schema).replace(/#$/, '')];
    if (draft === undefined) {
      reader.problems.push(
        formProblem('/schema/$schema', 'unknown-draft', { draft: String(source.$schema) }),
      );
    }
    reader.is2020 = draft === '2020-12';
  }
  const schema = readNode(reader, source, '/schema', 0);
  for (const reference of reader.references) checkReference(reader, schema, reference);
  return { schema, problems: reader.problems };
}

interface Reader {
  is2020: boolean;
  problems: FormProblem[];
  references: { pointer: string; ref: string }[];
  count: number;
}

function readNode(reader: Reader, source: unknown, pointer: string, depth: number): Schema {
  if (typeof source === 'boolean') return source;
  if (!isObject(source)) {
    reader.problems.push(formProblem(pointer, 'not-a-schema'));
    return true;
  }
  reader.count += 1;
  if (reader.count === LIMITS.schemaCount + 1) {
    reader.problems.push(formProblem(pointer, 'too-many-schemas', { limit: LIMITS.schemaCount }));
  }
  if (depth > LIMITS.schemaDepth || reader.count > LIMITS.schemaCount) {
    if (depth > LIMITS.schemaDepth) {
      reader.problems.push(formProblem(pointer, 'too-deep', { limit: LIMITS.schemaDepth }));
    }
    return true;
  }
  const hidesSiblings = !reader.is2020 && typeof source.$ref === 'string';
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(source)) {
    const at = childPointer(pointer, keyword);
    const kind = kindOf(reader, keyword);
    if (kind === undefined) {
      reader.problems.push(refusedKeyword(keyword, at));
    } else if (keyword === '$id' && depth > 0) {
      reader.problems.push(formProblem(at, 'inner-id'));
    } else if (hidesSiblings && keyword !== '$ref' && !BESIDE_REF.has(keyword)) {
      readKeyword(reader, {}, { keyword, value, kind, at, depth });
    } else {
      readKeyword(reader, result, { keyword, value, kind, at, depth });
    }
  }
  return (reader.is2020 ? fromDraft2020(result) : result) as SchemaObject;
}

function kindOf(reader: Reader, keyword: string): KeywordKind | undefined {
  if (keyword.startsWith('x-')) return 'annotation';
  if (reader.is2020) {
    if (Object.hasOwn(KEYWORDS_2020, keyword)) return KEYWORDS_2020[keyword];
    if (NOT_IN_2020.has(keyword)) return undefined;
  }
  return Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
}

const refusedKeyword = (keyword: string, at: string): FormProblem =>
  formProblem(at, Object.hasOwn(KEYWORDS_2020, keyword) ? 'keyword-of-2020-12' : 'keyword-not-supported', {
    keyword,
  });

interface KeywordAt {
  keyword: string;
  value: unknown;
  kind: KeywordKind;
  at: string;
  depth: number;
}

function readKeyword(reader: Reader, into: JsonObject, { keyword, value, kind, at, depth }: KeywordAt): void {
  const read = (node: unknown, pointer: string) => readNode(reader, node, pointer, depth + 1);
  const wrong = (reason: string) =>
    reader.problems.push(formProblem(at, 'keyword-value', { keyword, reason }));
  switch (kind) {
    case 'dropped':
      return;
    case 'annotation':
      into[keyword] = value;
      return;
    case 'reference':
      if (typeof value !== 'string') {
        wrong('string');
        return;
      }
      reader.references.push({ pointer: at, ref: value });
      into[keyword] = value;
      return;
    case 'schema':
      into[keyword] = read(value, at);
      return;
    case 'schemas':
      if (!Array.isArray(value) || value.length === 0) wrong('[schema, ...]');
      else into[keyword] = value.map((node, index) => read(node, childPointer(at, index)));
      return;
    case 'items':
      if (Array.isArray(value) && !reader.is2020) {
        into[keyword] = value.map((node, index) => read(node, childPointer(at, index)));
      } else into[keyword] = read(value, at);
      return;
    case 'schema-map':
    case 'dependencies':
      if (isObject(value)) into[keyword] = readMap(reader, { keyword, value, kind, at, depth });
      else wrong('{ name: schema }');
      return;
    case 'value':
      checkValue(reader, keyword, value, at);
      into[keyword] = value;
      return;
  }
}

function readMap(reader: Reader, { keyword, value, kind, at, depth }: KeywordAt): JsonObject {
  const map: JsonObject = {};
  for (const [name, node] of Object.entries(value as JsonObject)) {
    const pointer = childPointer(at, name);
    if (name === PROTOTYPE_KEY) reader.problems.push(formProblem(pointer, 'prototype-key', { name }));
    else if (kind === 'dependencies' && Array.isArray(node)) map[name] = node;
    else map[name] = readNode(reader, node, pointer, depth + 1);
    if (keyword === 'patternProperties') checkPattern(reader, name, pointer);
  }
  return map;
}

function checkValue(reader: Reader, keyword: string, value: unknown, at: string): void {
  if (keyword === 'format' && !isKnownFormat(value)) {
    reader.problems.push(formProblem(at, 'format-not-supported', { format: String(value) }));
  } else if (keyword === 'pattern' && typeof value === 'string') {
    checkPattern(reader, value, at);
  } else if (keyword === 'required' && Array.isArray(value) && value.includes(PROTOTYPE_KEY)) {
    reader.problems.push(formProblem(at, 'prototype-key', { name: PROTOTYPE_KEY }));
  }
}

function checkPattern(reader: Reader, pattern: string, at: string): void {
  const fault = patternFault(pattern);
  if (fault) {
    reader.problems.push(
      formProblem(at, 'pattern-refused', { pattern, reasonVi: fault.vi, reasonEn: fault.en }),
    );
  }
}

/** Renames what 2020-12 calls otherwise. */
function fromDraft2020(node: JsonObject): JsonObject {
  const { prefixItems, dependentRequired, dependentSchemas, ...rest } = node;
  if (prefixItems !== undefined) {
    if (rest.items !== undefined) rest.additionalItems = rest.items;
    rest.items = prefixItems;
  }
  if (dependentRequired !== undefined || dependentSchemas !== undefined) {
    rest.dependencies = { ...(dependentRequired as JsonObject) };
    for (const [name, schema] of Object.entries((dependentSchemas ?? {}) as JsonObject)) {
      const names = (rest.dependencies as JsonObject)[name];
      (rest.dependencies as JsonObject)[name] = names ? { allOf: [{ required: names }, schema] } : schema;
    }
  }
  // 2020-12 reads what stands beside $ref; the normal form would not
  if (rest.$ref !== undefined && Object.keys(rest).some((key) => key !== '$ref' && !BESIDE_REF.has(key))) {
    const { $ref, allOf, ...others } = rest;
    return { ...others, allOf: [{ $ref }, ...((allOf as Schema[] | undefined) ?? [])] };
  }
  return rest;
}

/** Renamed in 2020-12's normal form, so a reference through them would lead elsewhere. */
const MOVED_IN_2020 = ['items', 'prefixItems', 'dependentSchemas', 'allOf'];

function checkReference(
  reader: Reader,
  root: Schema,
  { pointer, ref }: { pointer: string; ref: string },
): void {
  const refuse = (code: 'remote-reference' | 'reference-not-found' | 'reference-circle') =>
    reader.problems.push(formProblem(pointer, code, { ref }));
  const location = localPointer(ref);
  if (location === undefined) {
    refuse('remote-reference');
    return;
  }
  if (reader.is2020 && pointerTokens(location).some((token) => MOVED_IN_2020.includes(token))) {
    refuse('reference-not-found');
    return;
  }
  const seen = new Set<string>();
  let target = location;
  for (;;) {
    if (seen.has(target)) {
      refuse('reference-circle');
      return;
    }
    seen.add(target);
    const schema = target === '' ? root : valueAt(root, target);
    if (!isSchemaPlace(target) || (typeof schema !== 'boolean' && !isObject(schema))) {
      refuse('reference-not-found');
      return;
    }
    const next = isObject(schema) && typeof schema.$ref === 'string' ? localPointer(schema.$ref) : undefined;
    if (next === undefined) return;
    target = next;
  }
}

/** The pointer of `#/a/b`, decoded; `undefined` when the reference leads out of the document. */
export function localPointer(ref: string): string | undefined {
  if (ref === '' || ref === '#') return '';
  if (!ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}

/** Does every step of the pointer go through a keyword that holds schemas? */
function isSchemaPlace(pointer: string): boolean {
  const tokens = pointerTokens(pointer);
  let index = 0;
  while (index < tokens.length) {
    const kind = KEYWORDS[tokens[index] as string];
    if (kind === 'schema') index += 1;
    else if (kind === 'schemas' || kind === 'schema-map' || kind === 'dependencies') index += 2;
    else if (kind === 'items') index += /^\d+$/.test(tokens[index + 1] ?? '') ? 2 : 1;
    else return false;
  }
  return index === tokens.length;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
