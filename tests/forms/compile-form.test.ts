import { describe, expect, it } from '@jest/globals';
import { compileForm, fieldsOf } from '../../forms/index.ts';

const codes = (schema: unknown, ui?: unknown) =>
  compileForm({ schema, ui }).problems.map(({ pointer, code }) => `${pointer} ${code}`);

describe('compileForm', () => {
  it('refuses an unknown keyword by name, at its place', () => {
    const { form, problems } = compileForm({ schema: { properties: { a: { minLenght: 2 } } } });
    expect(form).toBeUndefined();
    expect(problems).toEqual([
      {
        pointer: '/schema/properties/a/minLenght',
        code: 'keyword-not-supported',
        message: {
          vi: 'Không hỗ trợ từ khóa "minLenght".',
          en: 'The keyword "minLenght" is not supported.',
        },
      },
    ]);
  });

  it.each([
    [
      'another draft',
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      '/schema/$schema unknown-draft',
    ],
    ['a reference out of the form', { $ref: 'https://example.vn/a.json' }, '/schema/$ref remote-reference'],
    ['a reference to nothing', { $ref: '#/definitions/a' }, '/schema/$ref reference-not-found'],
    ['a reference to itself', { $ref: '#' }, '/schema/$ref reference-circle'],
    [
      'a reference that comes round through allOf',
      { definitions: { a: { allOf: [{ $ref: '#/definitions/a' }] } } },
      '/schema/definitions/a/allOf/0 reference-circle',
    ],
    ['an inner $id', { properties: { a: { $id: 'x' } } }, '/schema/properties/a/$id inner-id'],
    ['an unknown format', { format: 'idn-email' }, '/schema/format format-not-supported'],
    ['a wrong value of a keyword', { minLength: -1 }, '/schema/minLength keyword-value'],
    ['2020-12 without its $schema', { prefixItems: [true] }, '/schema/prefixItems keyword-of-2020-12'],
    ['a schema that is none', { properties: { a: 1 } }, '/schema/properties/a not-a-schema'],
  ])('refuses %s', (_, schema, problem) => {
    expect(codes(schema)).toEqual([problem]);
  });

  it('refuses a field named after the prototype', () => {
    const schema = JSON.parse('{"properties": {"__proto__": {"type": "string"}}}');
    expect(codes(schema)).toEqual(['/schema/properties/__proto__ prototype-key']);
  });

  it('refuses schemas without end', () => {
    let schema: unknown = {};
    for (let depth = 0; depth < 60; depth += 1) schema = { not: schema };
    expect(codes(schema).some((line) => line.endsWith('too-deep'))).toBe(true);
    expect(codes({ description: 'a'.repeat(600_000) })).toEqual(['/schema too-large']);
  });

  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(.*)*x',
    '^(\\d+)*$',
    '\\d*\\d*x',
    '^\\S+@\\S+\\.\\S+$',
    '(?=a)b',
    '(a)\\1',
    '[',
    'a'.repeat(501),
  ])('refuses the pattern %s', (pattern) => {
    expect(codes({ pattern })).toEqual(['/schema/pattern pattern-refused']);
  });

  it.each([
    '^\\d{12}$',
    '^\\p{L}+( \\p{L}+)*$',
    '^(0|\\+84)\\d{9,10}$',
    '^\\d{1,3}(\\.\\d{3})*$',
    '^[A-Z]\\d{2}(\\.\\d{1,3}){0,4}$',
    'f.*o',
    'a+',
    '^$',
    '^.{0,500}$',
  ])('accepts the pattern %s', (pattern) => {
    expect(codes({ pattern })).toEqual([]);
  });

  it('refuses what the ui document says of fields that are not there', () => {
    const schema = { properties: { a: { type: 'string' } } };
    expect(codes(schema, { b: {}, a: { 'ui:widgit': 'text', 'ui:widget': 'slider' } })).toEqual([
      '/ui/b ui-unknown-field',
      '/ui/a/ui:widgit ui-key-not-supported',
      '/ui/a/ui:widget ui-value',
    ]);
    expect(codes(schema, { 'ui:sections': [{ title: 'A', fields: ['c'] }] })).toEqual([
      '/ui/ui:sections/0/fields/0 ui-unknown-field',
    ]);
    expect(codes(schema, { a: { 'ui:visibleIf': 'a +' } })).toEqual(['/ui/a/ui:visibleIf expression']);
  });

  it('reads 2020-12 into the same form', () => {
    const { form } = compileForm({
      schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        prefixItems: [{ type: 'string' }],
        items: false,
        dependentRequired: { a: ['b'] },
        dependentSchemas: { a: { required: ['c'] } },
        $ref: '#/$defs/x',
        $defs: { x: { minItems: 1 } },
      },
    });
    expect(form?.schema).toEqual({
      items: [{ type: 'string' }],
      additionalItems: false,
      dependencies: { a: { allOf: [{ required: ['b'] }, { required: ['c'] }] } },
      $defs: { x: { minItems: 1 } },
      allOf: [{ $ref: '#/$defs/x' }],
    });
  });

  it('lists the fields with their labels, types and choices', () => {
    const { form } = compileForm({
      schema: {
        type: 'object',
        required: ['ten'],
        properties: {
          ten: { type: 'string', title: 'Họ và tên' },
          loai: { enum: ['a', 'b'], title: 'Loại' },
          tang: {
            type: 'array',
            title: 'Các tầng',
            items: { type: 'object', properties: { dienTich: { type: 'number', title: 'Diện tích' } } },
          },
        },
        if: { properties: { loai: { const: 'b' } }, required: ['loai'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { lyDo: { type: 'string', title: 'Lý do' } } },
      },
      ui: { loai: { 'ui:enumNames': ['Loại A', { vi: 'Loại B', en: 'Kind B' }] } },
    });
    expect(form && fieldsOf(form)).toEqual([
      {
        pointer: '/ten',
        path: 'ten',
        label: both('Họ và tên'),
        type: 'text',
        required: true,
        conditional: false,
      },
      {
        pointer: '/loai',
        path: 'loai',
        label: both('Loại'),
        type: 'select',
        required: false,
        conditional: false,
        options: [
          { value: 'a', label: both('Loại A') },
          { value: 'b', label: { vi: 'Loại B', en: 'Kind B' } },
        ],
      },
      {
        pointer: '/tang',
        path: 'tang',
        label: both('Các tầng'),
        type: 'table',
        required: false,
        conditional: false,
      },
      {
        pointer: '/tang/-/dienTich',
        path: 'tang[].dienTich',
        label: both('Diện tích'),
        type: 'number',
        required: false,
        conditional: false,
      },
      {
        pointer: '/lyDo',
        path: 'lyDo',
        label: both('Lý do'),
        type: 'text',
        required: false,
        conditional: true,
      },
    ]);
  });
});

const both = (text: string) => ({ vi: text, en: text });
