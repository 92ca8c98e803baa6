import { describe, expect, it } from '@jest/globals';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import fc from 'fast-check';
import { compileForm, type Form, type Schema, validateForm, visibleData } from '../../forms/index.ts';
import { childPointer } from '../../forms/pointer.ts';
import { planForm, rowPlan } from '../../forms/react/form-plan.ts';
import { itemSchema, propertySchemas } from '../../forms/schema-parts.ts';
import { settle } from '../../forms/visible-data.ts';
import { condition, data, schema } from '../support/arbitrary-forms.ts';

/** Fields drawn though they are not kept, and fields kept though they are not drawn, in groups and rows too. */
function disagreements(form: Form, value: unknown): string[] {
  const settled = settle(form, value);
  const plan = planForm(form, settled, 'vi');
  const found: string[] = [];
  const visit = ({ schema, uiSchema }: Drawn, raw: unknown, kept: unknown, place: Described): void => {
    if (schema.type === 'array' && Array.isArray(raw) && Array.isArray(kept)) {
      const items = itemSchema(form.schema, place.schemas);
      raw.forEach((row, index) => {
        const pointer = `${place.pointer}/${index}`;
        visit(rowPlan({ schema, uiSchema }, index), row, kept[index], {
          schemas: items === undefined ? [] : [items],
          pointer,
        });
      });
    }
    if (schema.type !== 'object' || !isObject(raw) || !isObject(kept)) return;
    const drawn = schema.properties ?? {};
    const described = propertySchemas(form.schema, place.schemas);
    for (const [name, schemas] of described) {
      if (!Object.hasOwn(raw, name)) continue;
      const pointer = childPointer(place.pointer, name);
      const isDrawn = Object.hasOwn(drawn, name);
      if (isDrawn !== Object.hasOwn(kept, name)) found.push(pointer);
      else if (isDrawn)
        visit({ schema: drawn[name] as RJSFSchema, uiSchema: uiSchema[name] }, raw[name], kept[name], {
          schemas,
          pointer,
        });
    }
  };
  visit(plan, value, settled.data, { schemas: [form.schema], pointer: '' });
  return found;
}

interface Drawn {
  schema: RJSFSchema;
  uiSchema: UiSchema;
}

interface Described {
  schemas: Schema[];
  pointer: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cell = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('x', true));
const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), cell, { maxKeys: 4 });
const rowSchema = fc.record({
  type: fc.constant('object'),
  properties: fc.constant({ a: {}, b: {}, c: {} }),
  if: fc.record({ properties: fc.record({ a: fc.record({ const: cell }) }) }),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: fc.constant({ properties: { d: { type: 'integer' } } }),
  else: fc.constantFrom({}, { properties: { b: { minimum: 1 } } }),
});
const rowUi = fc.dictionary(
  fc.constantFrom('b', 'c'),
  fc.record({ 'ui:visibleIf': fc.constantFrom('a = 1', 'outer', 'd != null', 'b = "x"') }),
);

describe('any table with conditions in its rows', () => {
  it('draws in each row the cells that are kept of it', () => {
    const tables = fc.record({ outer: fc.boolean(), rows: fc.array(row, { maxLength: 4 }) });
    fc.assert(
      fc.property(rowSchema, rowUi, tables, fc.boolean(), (items, ui, value, isCards) => {
        const { form, problems } = compileForm({
          schema: {
            type: 'object',
            properties: { outer: { type: 'boolean' }, rows: { type: 'array', items } },
          },
          ui: { rows: { items: ui, ...(isCards ? { 'ui:widget': 'cards' } : {}) } },
        });
        if (!form) throw new Error(JSON.stringify(problems));
        expect(disagreements(form, value)).toEqual([]);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

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
        expect(disagreements(form, value)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
