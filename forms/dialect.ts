/** The dialect: which keywords of JSON Schema a form may use, and its limits. */

/** What stands under a keyword, so that one walk reaches every schema. */
export type KeywordKind =
  | 'annotation'
  | 'value'
  | 'schema'
  | 'schemas'
  | 'schema-map'
  | 'items'
  | 'dependencies'
  | 'reference'
  | 'dropped';

/** Draft-07, which is also the normal form. */
export const KEYWORDS: Readonly<Record<string, KeywordKind>> = {
  $schema: 'dropped',
  $id: 'dropped',
  $comment: 'dropped',
  $ref: 'reference',
  $defs: 'schema-map',
  definitions: 'schema-map',
  title: 'annotation',
  description: 'annotation',
  default: 'annotation',
  examples: 'annotation',
  readOnly: 'annotation',
  writeOnly: 'annotation',
  deprecated: 'annotation',
  contentMediaType: 'annotation',
  contentEncoding: 'annotation',
  type: 'value',
  enum: 'value',
  const: 'value',
  format: 'value',
  pattern: 'value',
  minLength: 'value',
  maxLength: 'value',
  minimum: 'value',
  maximum: 'value',
  exclusiveMinimum: 'value',
  exclusiveMaximum: 'value',
  multipleOf: 'value',
  required: 'value',
  minProperties: 'value',
  maxProperties: 'value',
  minItems: 'value',
  maxItems: 'value',
  uniqueItems: 'value',
  properties: 'schema-map',
  patternProperties: 'schema-map',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  dependencies: 'dependencies',
  items: 'items',
  additionalItems: 'schema',
  contains: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  else: 'schema',
};

/** Keywords of 2020-12 that have an equal in the normal form. */
export const KEYWORDS_2020: Readonly<Record<string, KeywordKind>> = {
  prefixItems: 'schemas',
  dependentRequired: 'value',
  dependentSchemas: 'schema-map',
};

/** Keywords of 2020-12 that have none; draft-07's `items` list, `additionalItems` and `dependencies` are not its own. */
export const NOT_IN_2020: ReadonlySet<string> = new Set(['additionalItems', 'dependencies']);

/** Kept beside `$ref` in draft-07, which ignores every other sibling. */
export const BESIDE_REF: ReadonlySet<string> = new Set([
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'readOnly',
]);

export const DRAFTS: Readonly<Record<string, '07' | '2020-12'>> = {
  'http://json-schema.org/draft-07/schema': '07',
  'https://json-schema.org/draft-07/schema': '07',
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
  'http://json-schema.org/draft/2020-12/schema': '2020-12',
};

export const LIMITS = {
  /** characters of the schema and of the ui document as JSON */
  sourceLength: 500_000,
  /** schemas inside schemas */
  schemaDepth: 40,
  /** schemas in one form */
  schemaCount: 4000,
  patternLength: 500,
  /** characters of a value that a pattern is tried on; a longer text does not match */
  patternInput: 10_000,
  expressionLength: 1000,
  /** objects inside objects of the data */
  dataDepth: 100,
  /** FEEL rules asked in one answer: rules of a row times its rows */
  evaluations: 1000,
  /** errors reported at once */
  errors: 200,
} as const;

/** Keys that reach an object's prototype. */
export const PROTOTYPE_KEY = '__proto__';
