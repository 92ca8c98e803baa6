import { describe, expect, it } from '@jest/globals';
import { compileForm, defaults, type Form, sampleData, validateForm } from '../../forms/index.ts';

const compiled = (schema: unknown, ui: unknown = {}): Form => {
  const { form, problems } = compileForm({ schema, ui });
  expect(problems).toEqual([]);
  return form as Form;
};

describe('sampleData', () => {
  it('takes the first example that is valid', () => {
    const form = compiled({
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' } },
      examples: [{}, { a: 'x' }],
    });
    expect(sampleData(form)).toEqual({ a: 'x' });
  });

  it('makes an answer that every keyword accepts', () => {
    const form = compiled(
      {
        type: 'object',
        required: ['ten', 'cccd', 'soThua', 'dienTich', 'loai', 'tang', 'camKet', 'lyDo'],
        properties: {
          ten: { type: 'string', minLength: 5 },
          cccd: { type: 'string', format: 'citizen-id' },
          soThua: { type: 'string', pattern: '^\\d{2}-[A-Z]{1,3}$' },
          dienTich: { type: 'number', exclusiveMinimum: 10, maximum: 12 },
          boi: { type: 'integer', minimum: 7, multipleOf: 5 },
          loai: {
            oneOf: [
              { const: 'b', title: 'B' },
              { const: 'c', title: 'C' },
            ],
          },
          tang: {
            type: 'array',
            minItems: 2,
            items: { type: 'object', required: ['x'], properties: { x: { type: 'integer' } } },
          },
          camKet: { type: 'boolean', const: true },
          lyDo: { type: 'string' },
        },
      },
      { lyDo: { 'ui:visibleIf': 'loai = "c"' } },
    );
    const sample = sampleData(form);
    expect(validateForm(form, sample, 'vi').errors).toEqual([]);
    expect(sample).not.toHaveProperty('lyDo');
  });
});

describe('a sample of a form whose kept answers became wrong', () => {
  it('is made from the schema instead', () => {
    const form = compiled({
      type: 'object',
      properties: { ten: { type: 'string', enum: ['A'] } },
      required: ['ten'],
      examples: [{}],
    });
    expect(sampleData(form)).toEqual({ ten: 'A' });
  });
});

describe('defaults', () => {
  it('has what the schema presets and nothing that nobody chose', () => {
    const form = compiled({
      type: 'object',
      properties: {
        tinh: { type: 'string', default: 'An Giang' },
        loai: { oneOf: [{ const: 'a' }, { const: 'b' }] },
        nhom: {
          type: 'object',
          properties: { so: { type: 'integer', default: 1 }, khac: { type: 'string' } },
        },
      },
    });
    expect(defaults(form)).toEqual({ tinh: 'An Giang', nhom: { so: 1 } });
  });
});
