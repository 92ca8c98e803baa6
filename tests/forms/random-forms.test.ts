import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileForm, validateForm, visibleData } from '../../forms/index.ts';
import { planForm } from '../../forms/react/form-plan.ts';
import { settle } from '../../forms/visible-data.ts';

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
const { schema } = fc.letrec((tie) => ({
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
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    fc.jsonValue(),
    fc.dictionary(name, tie('data'), { maxKeys: 4 }),
    fc.array(tie('data'), { maxLength: 3 }),
  ),
}));
const condition = fc.constantFrom('a = 1', 'b != null', 'count(c) > 1', 'c and b', 'toString = "x"');

describe('any form with any data', () => {
  it('is answered, hides nothing twice, and is drawn as it is checked', () => {
    fc.assert(
      fc.property(schema, data, condition, (source, value, visibleIf) => {
        const plain = compileForm({ schema: source });
        expect(plain.problems).toEqual([]);
        const root = plain.form?.schema;
        const hasA = typeof root === 'object' && root.properties && Object.hasOwn(root.properties, 'a');
        const { form } = compileForm({
          schema: source,
          ui: hasA ? { a: { 'ui:visibleIf': visibleIf } } : {},
        });
        if (!form) throw new Error('compiled a moment ago');
        const verdict = validateForm(form, value, 'vi');
        expect(verdict.valid).toBe(verdict.errors.length === 0);
        expect(verdict.errors.every(({ message }) => message.length > 0)).toBe(true);
        const visible = visibleData(form, value);
        expect(visibleData(form, visible)).toEqual(visible);
        expect(validateForm(form, visible, 'en').valid).toBe(verdict.valid);
        const settled = settle(form, value);
        const drawn = Object.keys(planForm(form, settled, 'vi').schema.properties ?? {});
        expect(drawn.filter((field) => settled.hidden.has(`/${field}`))).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
