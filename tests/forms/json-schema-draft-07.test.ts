import { describe, expect, it } from '@jest/globals';
import { compileForm, type Form, validateForm } from '../../forms/index.ts';

/** Where validators commonly differ from the letter of draft-07: schema, accepted, refused. */
const CASES: [string, unknown, unknown[], unknown[]][] = [
  ['a boolean schema', true, [1, {}, null], []],
  ['false accepts nothing', false, [], [1, {}, null]],
  [
    'integers may be written with a fraction of zero',
    { type: 'integer' },
    [1, JSON.parse('1.0')],
    [1.5, '1', null],
  ],
  [
    'lengths count characters, not code units',
    { minLength: 2, maxLength: 2 },
    ['💩💩', 'ab', 1],
    ['💩', 'abc'],
  ],
  ['multiples of decimals are exact', { multipleOf: 0.01 }, [0, 19.99, 4.35, 'x'], [0.005]],
  ['small steps', { multipleOf: 0.0001 }, [0.0075], [0.00751]],
  ['a very large value and a small step', { type: 'integer', multipleOf: 0.123456789 }, [], [1e308]],
  ['a small multiple of a large integer', { type: 'integer', multipleOf: 1e-8 }, [12391239123], []],
  [
    'items of equal value in another key order are equal',
    { uniqueItems: true },
    [
      [1, true],
      [{ a: 1 }, { a: 2 }],
      [[1], [true]],
      [{ a: false }, { a: 0 }],
    ],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [1, 1],
    ],
  ],
  ['const does not mix false and 0', { const: false }, [false], [0, [], null]],
  ['const of an object', { const: { a: 0 } }, [{ a: 0 }], [{ a: false }, { a: 0, b: 1 }]],
  [
    'enum compares deeply',
    { enum: [6, 'foo', [], true, { foo: 12 }] },
    [[], { foo: 12 }, 6],
    [null, { foo: false }, [1]],
  ],
  [
    'siblings of $ref are ignored',
    { definitions: { r: { type: 'array' } }, properties: { f: { $ref: '#/definitions/r', maxItems: 0 } } },
    [{ f: [1] }],
    [{ f: 'x' }],
  ],
  [
    'escaped references',
    {
      definitions: { 'a~b': { type: 'integer' }, 'c/d': { type: 'string' }, 'e%f': { type: 'null' } },
      properties: {
        a: { $ref: '#/definitions/a~0b' },
        c: { $ref: '#/definitions/c~1d' },
        e: { $ref: '#/definitions/e%25f' },
      },
    },
    [{ a: 1, c: 'x', e: null }],
    [{ a: 'x' }, { c: 1 }, { e: 1 }],
  ],
  ['a reference into a list', { items: [{ type: 'integer' }, { $ref: '#/items/0' }] }, [[1, 2]], [[1, 'x']]],
  [
    'references in a row, from the root',
    { definitions: { a: { type: 'integer' }, b: { $ref: '#/definitions/a' } }, $ref: '#/definitions/b' },
    [5],
    ['a'],
  ],
  [
    'a reference with a quote',
    { properties: { 'f"b': { $ref: '#/definitions/f%22b' } }, definitions: { 'f"b': { type: 'number' } } },
    [{ 'f"b': 1 }],
    [{ 'f"b': '1' }],
  ],
  ['a reference to false', { $ref: '#/definitions/no', definitions: { no: false } }, [], ['x', 1]],
  [
    'a property named $ref that holds a reference',
    { properties: { $ref: { $ref: '#/definitions/s' } }, definitions: { s: { type: 'string' } } },
    [{ $ref: 'a' }],
    [{ $ref: 2 }],
  ],
  [
    'keywords inside values are values',
    { const: { $ref: '#/nowhere', type: 'odd' } },
    [{ $ref: '#/nowhere', type: 'odd' }],
    [{}],
  ],
  ['a property named $ref', { properties: { $ref: { type: 'string' } } }, [{ $ref: 'a' }], [{ $ref: 2 }]],
  [
    'recursion through the root',
    { properties: { foo: { $ref: '#' } }, additionalProperties: false },
    [{ foo: { foo: false } }],
    [{ foo: { bar: 1 } }],
  ],
  [
    'required names of the prototype',
    { required: ['toString', 'constructor'] },
    [{ toString: 1, constructor: 2 }, []],
    [{}, { toString: 1 }],
  ],
  [
    'properties named as methods',
    {
      properties: {
        toString: { properties: { length: { type: 'string' } } },
        constructor: { type: 'number' },
      },
    },
    [{}, [], { toString: { length: 'x' }, constructor: 1 }],
    [{ constructor: 'x' }],
  ],
  [
    'dependencies of a list and of a schema',
    { dependencies: { a: ['b'], c: { minProperties: 2 } } },
    [{}, { a: 1, b: 1 }, ['a'], { b: 1 }],
    [{ a: 1 }, { c: 1 }],
  ],
  ['an empty dependency', { dependencies: { a: [] } }, [{ a: 1 }], []],
  ['if without then', { if: { const: 0 } }, [0, 1], []],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['then without if', { then: { const: 0 } }, [0, 1], []],
  [
    'if with boolean schemas',
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    { if: true, then: { const: 'then' }, else: { const: 'else' } },
    ['then'],
    ['else'],
  ],
  [
    'items as a list, and the rest',
    { items: [{ type: 'integer' }], additionalItems: { type: 'boolean' } },
    [[1, true], [], ['x'].slice(1)],
    [['x'], [1, 2]],
  ],
  [
    'additionalItems beside one items schema says nothing',
    { items: {}, additionalItems: false },
    [[1, 2, 3]],
    [],
  ],
  ['contains', { contains: { minimum: 5 } }, [[3, 5], 'x'], [[3], []]],
  ['contains with a null', { contains: { type: 'null' } }, [[null]], [[1]]],
  ['propertyNames', { propertyNames: { maxLength: 3 } }, [{ abc: 1 }, [], 1], [{ abcd: 1 }]],
  [
    'patternProperties are not anchored',
    { patternProperties: { 'f.*o': { type: 'integer' } } },
    [{ foo: 1, x: 'a' }, { affoo: 2 }],
    [{ foo: 'bar' }, { foooooo: 'x' }],
  ],
  [
    'additionalProperties look at patternProperties',
    { patternProperties: { '^á': {} }, additionalProperties: false },
    [{ ármányos: 2 }],
    [{ élmény: 2 }],
  ],
  ['exclusive bounds', { exclusiveMinimum: 1.1, exclusiveMaximum: 3 }, [1.2, 'x'], [1.1, 3]],
  ['not of a boolean schema', { not: true }, [], [1]],
  ['oneOf of two that fit', { oneOf: [{ type: 'integer' }, { minimum: 2 }] }, [1, 2.5], [3, 1.5]],
  ['formats look at texts only', { format: 'email' }, [12, null, {}], ['2962']],
  ['a date that does not exist', { format: 'date' }, ['2024-02-29'], ['2023-02-29', '2023-13-01']],
];

describe('draft-07', () => {
  it.each(CASES)('%s', (_, schema, accepted, refused) => {
    const { form, problems } = compileForm({ schema });
    expect(problems).toEqual([]);
    const isValid = (data: unknown) => validateForm(form as Form, data, 'vi').valid;
    expect(accepted.filter((data) => !isValid(data))).toEqual([]);
    expect(refused.filter(isValid)).toEqual([]);
  });
});
