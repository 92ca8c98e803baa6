import { describe, expect, it } from '@jest/globals';
import { compileExpression, compileText, constantExpression, isFault } from '../../engine/feel/expression.ts';
import type { Json, Variables } from '../../engine/types.ts';

const AT = '2026-01-05T03:00:00.000Z';
const compiled = (result: ReturnType<typeof compileExpression>) => {
  if (isFault(result)) throw new Error(result.fault);
  return result;
};
const run = (text: string, context: Variables = {}) =>
  compiled(compileExpression(text)).evaluate(context, AT);
const LONG = `${'a'.repeat(58)} >`;

describe('why a text is no expression', () => {
  it.each([
    ['', 'empty'],
    [' = ', 'empty'],
    ['* a', 'at character 1 of * a'],
    ['* a + * + *', 'at character 1 of * a + * + *'],
    ['a + * + *', 'at character 5 of a + * + *'],
    [' =  a > ', 'at character 4 of a >'],
    [LONG, `at character ${LONG.length + 1} of ${LONG}`],
    [`a${LONG}`, `at character ${LONG.length + 2} of ${'a'.repeat(57)}...`],
    ['${bean.call()}', 'no FEEL for ${bean.call()}'],
    ['a.call("x")', 'no FEEL for a.call("x")'],
    ['x'.repeat(10_001), 'longer than 10000 characters'],
    ['for i in 1..20002 return i', 'range 1..20002 is too long'],
    ['some i in 5 .. 99999 satisfies i > 7', 'range 5 .. 99999 is too long'],
  ])('%.70s: %s', (text, fault) => {
    expect(compileExpression(text)).toEqual({ fault });
  });

  it.each<[string, Json]>([
    ['x'.repeat(10_000), null],
    [`${' '.repeat(10_000)}1`, 1],
    ['count(for i in 10..20005 return i)', 19_996],
    ['count(for i in 19000..20001 return i)', 1002],
    ['for i in 1..20001 return i', null],
    ['30000 in [1..99999]', true],
  ])('%.70s is one', (text, value) => {
    expect(run(text).value).toBe(value);
  });

  it('tells faults of texts that hold braces', () => {
    expect(compileText('Dear ${bean.call()}')).toEqual({ fault: 'no FEEL for Dear ${bean.call()}' });
    expect(compileText('=a >')).toEqual({ fault: 'at character 4 of a >' });
    expect(compileText('${a b}')).toEqual({ fault: 'no FEEL for ${a b}' });
  });
});

describe('texts that may hold expressions', () => {
  it.each<[string, Json]>([
    [' =a + 1 ', 3],
    [' ${a + 1} ', 3],
    [' #{a}', 2],
    ['${a}${a}', '22'],
    ['${a} of ${b}', '2 of {x}'],
    ['a: ${a}', 'a: 2'],
    ['a: #{b}.', 'a: {x}.'],
    ['Dear ${constructor}', null],
  ])('%j comes to %j', (text, value) => {
    const expression = compiled(compileText(text));
    expect(expression).toMatchObject({ source: text.trim() });
    expect(expression.constant).toBeUndefined();
    expect(expression.evaluate({ a: 2, b: '{x}' }, AT).value).toBe(value);
  });

  it('a text may be long, what stands between its braces may not', () => {
    const long = 'x'.repeat(20_000);
    expect(compiled(compileText(`\${a}${long}`)).evaluate({ a: 1 }, AT).value).toBe(`1${long}`);
    expect(compileText(`\${${long}}`)).toMatchObject({ source: `\${${long}}` });
    expect(compileText(`a: \${x${long}}`)).toEqual({ fault: `no FEEL for a: \${${'x'.repeat(52)}...` });
  });

  it.each([' plain ', 'a = b', '$a', '{a}', ''])('%j is a constant', (text) => {
    const expression = compiled(compileText(text));
    expect(expression).toMatchObject({ source: text, constant: text });
    expect(expression.evaluate({}, AT)).toEqual({ value: text, warnings: [] });
  });

  it('a constant is what it is, whatever the data', () => {
    expect(constantExpression([1], 'one').evaluate({ a: 1 }, AT)).toEqual({ value: [1], warnings: [] });
  });
});

describe('expressions written in another manner', () => {
  it.each<[string, Variables, Json]>([
    ["list contains(a, 'abc')", { a: ['abc'] }, true],
    ["a.contains('bc')", { a: 'abc' }, true],
    ["a.contains('bc') && b", { a: ['bc'], b: true }, true],
    ['a == "x" and matches(b, "<>|==")', { a: 'x', b: '==' }, true],
    [`a == "x" && b == 'y'`, { a: 'x', b: 'y' }, true],
    ["#{a == 'x'}", { a: 'x' }, true],
    ['a + "${b}"', { a: 'x' }, 'x${b}'],
  ])('%s of %j is %j', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });
});

describe('functions that Camunda adds', () => {
  it.each<[string, Variables, Json]>([
    ['is defined(a)', { a: 0 }, true],
    ['is defined(a)', { a: null }, false],
    ['is defined(a)', {}, false],
    ['is defined( đơn_1.số )', {}, false],
    ['is defined(đơn_1.số)', { đơn_1: {} }, false],
    ['get or else(đơn_1.số_2, 7)', {}, 7],
    ['get or else(a, b)', { a: false, b: true }, false],
    ['is defined (a)', {}, false],
    ['is defined(số ngày )', {}, false],
    ['is defined(hồ sơ.số ngày)', { 'hồ sơ': {} }, false],
    ['get or else(số ngày, 7) > 3', {}, true],
    ['get or else(a or b, true)', {}, true],
    ['get or else(a, 7) > 3', {}, true],
    ['3 < get or else(a[2], 7)', { a: [1] }, true],
    ['get or else(a, "x") = "x" and is defined(b)', { b: 1 }, true],
    ['is empty(a)', { a: [] }, true],
    ['is empty(a)', { a: [1] }, false],
    ['is empty(a)', { a: '' }, false],
    ['is empty(concatenate(a, a))', { a: [] }, true],
    ['is blank(a)', { a: ' \t' }, true],
    ['is blank(a)', { a: ' x' }, false],
    ['is blank(a)', { a: '' }, true],
    ['is blank(a)', { a: [] }, false],
  ])('%s of %j is %j', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });

  it.each([
    ['is defined(a) or c > 1', { value: null, warnings: ['NO_VARIABLE_FOUND'] }],
    ['get or else(a, c)', { value: null, warnings: ['NO_VARIABLE_FOUND'] }],
    ['is empty(a)', { value: false, warnings: ['NO_VARIABLE_FOUND'] }],
  ])('what is asked about may be absent, not what stands beside it: %s', (text, result) => {
    expect(run(text)).toEqual(result);
  });
});

describe('names and values', () => {
  it.each<[string, Variables, Json]>([
    ['count(a-b[item > c])', { 'a-b': [1, 2], c: 1 }, 1],
    ['bản in > 2', { 'bản in': 3 }, true],
    ['thu or chi > 2 and count(mua or bán) = 1', { 'thu or chi': 3, 'mua or bán': [1] }, true],
    ['now', { now: 'x' }, 'x'],
    ['constructor', { constructor: 'x' } as unknown as Variables, 'x'],
    ['a', { a: null }, null],
    ['today', {}, null],
    ['count', {}, null],
    ['[date("2026-01-05")]', {}, ['2026-01-05']],
  ])('%s of %j is %j', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });

  it.each(['constructor(a)', 'toString(a)', 'valueOf(a)'])('%s is a function that nobody has', (text) => {
    expect(run(text, { a: 1 })).toEqual({
      value: null,
      warnings: ['NO_VARIABLE_FOUND', 'NO_FUNCTION_FOUND'],
    });
  });

  it('parentheses however deep are read, or a fault', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(run(nested(1000), { a: 1 })).toEqual({ value: 1, warnings: [] });
    expect(compileExpression(nested(4900))).toEqual({ fault: expect.stringMatching(/^at character/) });
  });
});
