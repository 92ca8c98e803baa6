/** Any schema of the form dialect, and any data for it. */
import fc from 'fast-check';

const NAMES = ['a', 'b', 'c', 'toString', 'x y'];
const name = fc.constantFrom(...NAMES);
const leaf = fc.oneof(
  fc.record({ type: fc.constant('string'), maxLength: fc.nat(5) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constantFrom('number', 'integer', 'boolean') }),
  fc.record({ enum: fc.uniqueArray(fc.oneof(fc.integer(), fc.string(), fc.boolean()), { minLength: 1 }) }),
  fc.record({ format: fc.constantFrom('date', 'email', 'citizen-id', 'phone-vn') }),
  fc.record({ const: fc.jsonValue() }),
  fc.boolean(),
);
export const { schema } = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 4 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        if: tie('schema'),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: tie('schema'),
        else: tie('schema'),
        additionalProperties: fc.boolean(),
        dependencies: fc.dictionary(name, tie('schema'), { maxKeys: 1 }),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('schema') }),
  ),
}));
export const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    fc.jsonValue(),
    fc.dictionary(name, tie('data'), { maxKeys: 4 }),
    fc.array(tie('data'), { maxLength: 3 }),
  ),
}));
export const condition = fc.constantFrom('a = 1', 'b != null', 'count(c) > 1', 'c and b', 'toString = "x"');
