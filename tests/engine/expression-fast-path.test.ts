import { describe, expect, it } from '@jest/globals';
import { BAIL, compileFast } from '../../engine/feel/fast-path.ts';
import type { Json, Variables } from '../../engine/types.ts';

const isCompiled = (text: string) => compileFast(text) !== undefined;
const answer = (text: string, context: Variables) => compileFast(text)?.(context);

describe('what is decided without feelin', () => {
  it.each<[string, Variables, Json]>([
    ['a', { a: 1 }, 1],
    ['a', { a: 'x' }, 'x'],
    ['a', { a: false }, false],
    ['a.b.c', { a: { b: { c: 7 } } }, 7],
    ['đơn_1.số_2', { đơn_1: { số_2: 'x' } }, 'x'],
    ['constructor', { constructor: 'x' } as unknown as Variables, 'x'],
    ['"and"', {}, 'and'],
    ['""', {}, ''],
    ['true', {}, true],
    ['false', {}, false],
    ['12', {}, 12],
    ['1.5', {}, 1.5],
    [' (  ( a ) )  ', { a: 3 }, 3],
    ['1 + 2 + 3', {}, 6],
    ['2 * 3 * 4', {}, 24],
    ['a + b * 2', { a: 1, b: 3 }, 7],
    ['(a + b) * 2', { a: 1, b: 3 }, 8],
    ['a + 1 = 2 * b', { a: 5, b: 3 }, true],
    ['a = "x"', { a: 'x' }, true],
    ['a = "x"', { a: 'y' }, false],
    ['a != "x"', { a: 'x' }, false],
    ['a != "x"', { a: 'y' }, true],
    ['a = true', { a: true }, true],
    ['a != false', { a: false }, false],
    ['true or true and false', {}, true],
    ['a = 1 and b = 2 or c', { a: 1, b: 3, c: true }, true],
    ['a and (b or c) and d', { a: true, b: false, c: true, d: true }, true],
    ['a or b or c', { a: false, b: false, c: true }, true],
  ])('%s of %j is %j', (text, context, value) => {
    expect(answer(text, context)).toBe(value);
  });

  it.each<[string, boolean, boolean, boolean]>([
    ['=', false, true, false],
    ['!=', true, false, true],
    ['<', true, false, false],
    ['<=', true, true, false],
    ['>', false, false, true],
    ['>=', false, true, true],
  ])('the order of numbers by %s', (sign, isLess, isSame, isGreater) => {
    const answers = [1, 2, 3].map((a) => answer(`a ${sign} 2`, { a }));
    expect(answers).toEqual([isLess, isSame, isGreater]);
  });

  it.each<[string, Json[]]>([
    ['a and b', [true, false, false, false]],
    ['a or b', [true, true, true, false]],
  ])('%s of two truths', (text, values) => {
    const pairs = [true, false].flatMap((a) => [true, false].map((b) => ({ a, b })));
    expect(pairs.map((pair) => answer(text, pair))).toEqual(values);
  });
});

describe('what is left to feelin once the data are seen', () => {
  it.each<[string, Variables]>([
    ['a', {}],
    ['a', { a: null }],
    ['a', { a: [1] }],
    ['a', { a: { b: 1 } }],
    ['a', { a: undefined } as unknown as Variables],
    ['a.b', { a: null }],
    ['a.b', { a: {} }],
    ['a.b.c', { a: {} }],
    ['a.length', { a: [1] }],
    ['a.length', { a: 'text' }],
    ['a.constructor', { a: {} }],
    ['a = b', { a: 1, b: '1' }],
    ['a = b', { a: true, b: 'true' }],
    ['a = b', { a: 'x', b: false }],
    ['a = b', { a: 'x' }],
    ['a = b', { b: 'x' }],
    ['a != b', { a: null, b: 1 }],
    ['a < b', { a: 'x', b: 'y' }],
    ['a <= b', { a: 'x', b: 'y' }],
    ['a > b', { a: true, b: false }],
    ['a >= b', { a: 1, b: '0' }],
    ['a >= b', { a: '1', b: 0 }],
    ['a and b', { a: true, b: 'x' }],
    ['a and b', { a: 1, b: true }],
    ['a or b', { a: true }],
    ['a or b', { b: true }],
    ['a + b', { a: 'x', b: 'y' }],
    ['a + b', { a: 1, b: 'y' }],
    ['a * b', { a: 'x', b: 2 }],
    ['(a + 1) = 2', { a: null }],
  ])('%s of %j', (text, context) => {
    expect(answer(text, context)).toBe(BAIL);
  });
});

describe('what is left to feelin from the start', () => {
  it.each([
    ...['', ' ', 'a b', '1 2', '"a" "b"', 'a § b', '+', '(', ')', '()', '(a', 'a)', '(a b)', '((a)'],
    ...['a >', 'a =', '= a', 'a +', '+ a', 'a *', '* a', 'a and', 'and a', 'a or', 'or', 'a = and', 'a + or'],
    ...[
      'a < b < c',
      'a = b = c',
      'a - 1',
      '-1',
      'a / 2',
      'a ** 2',
      'f(a)',
      'a[1]',
      'a.b(c)',
      '[1]',
      '{a: 1}',
    ],
    ...['"a\\n"', '"a', "'a'", '1.', '.5', '1a', '1.2.3', 'a.', 'a .b', 'a == b', 'null', 'a = null'],
    ...['a "=" 3', '1 "+" 2', 'true "and" true', '"(" a ")"', 'a "or" b', '(a ")"'],
  ])('%j', (text) => {
    expect(isCompiled(text)).toBe(false);
  });

  it.each(
    'not in between if then else for return some every satisfies instance of function item date time duration'.split(
      ' ',
    ),
  )('the word %s', (word) => {
    expect(isCompiled(word)).toBe(false);
    expect(isCompiled(`a = ${word}`)).toBe(false);
  });

  it('parentheses inside one another beyond a hundred, not side by side', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(answer(nested(100), { a: 1 })).toBe(1);
    expect(isCompiled(nested(101))).toBe(false);
    expect(isCompiled('('.repeat(10_000))).toBe(false);
    expect(answer(Array(150).fill('(a)').join(' or '), { a: true })).toBe(true);
  });
});
