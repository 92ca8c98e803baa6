import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from 'feelin';
import { compileExpression, compileText, isFault } from '../../engine/feel/expression.ts';
import { juelToFeel } from '../../engine/feel/juel-to-feel.ts';
import type { Json, Variables } from '../../engine/types.ts';

const AT = '2026-01-05T03:00:00.000Z';
const run = (text: string, context: Variables = {}) => {
  const compiled = compileExpression(text);
  if (isFault(compiled)) throw new Error(compiled.fault);
  return compiled.evaluate(context, AT);
};

/** feelin throws where types have no order. */
function evaluated(source: string, context: Variables) {
  try {
    return evaluate(source, context);
  } catch {
    return { value: null, warnings: [{ type: 'EVALUATION_FAILED' }] };
  }
}

describe('FEEL expressions', () => {
  it.each<[string, Variables, Json]>([
    ['a = "x"', { a: 'x' }, true],
    ['= a > 3 and b', { a: 4, b: true }, true],
    ['form.area * 2 + 1', { form: { area: 10 } }, 21],
    ['số ngày > 3', { 'số ngày': 4 }, true],
    ['count(items)', { items: [1, 2] }, 2],
    ['if a = null then 1 else 2', { a: null }, 1],
    ['duration("PT90M")', {}, 'PT1H30M'],
    ['{ a: 1, b: [1, 2] }', {}, { a: 1, b: [1, 2] }],
    ['get or else(a, 7)', { a: null }, 7],
    ["a = 'x'", { a: 'x' }, true],
    ['a == 1 && b', { a: 1, b: true }, true],
    ['text.contains("b")', { text: 'abc' }, true],
    ['list.contains("b")', { list: ['a', 'b'] }, true],
    ['for i in 1..n, j in 1..i return i * j', { n: 2 }, [1, 2, 4]],
    ['for x in items[item > 1] return x + 1', { items: [1, 2, 3] }, [3, 4]],
    ['danh sách[item > 1]', { 'danh sách': [1, 2] }, [2]],
    ['a-b[item > 1]', { 'a-b': [1, 2] }, [2]],
    ['concatenate([1], items)', { items: [2] }, [1, 2]],
    ['some i in 3..1 satisfies i = n', { n: 1 }, true],
    ['matches(a, "^[0-9]{12}$")', { a: '012345678901' }, true],
    ['matches(a, "^(GP|GCN)-[0-9]+$")', { a: 'GP-12' }, true],
    ['matches(a, "^[(+*]+$")', { a: '(+*'.repeat(1000) }, true],
    ['matches(a, "^(\\\\(\\\\+\\\\))+$")', { a: '(+)'.repeat(4) }, true],
    ['matches(lower case(a), "b")', { a: 'B' }, true],
    ['matches(input: a, pattern: "B", flags: "i")', { a: 'b' }, true],
    ['replace(replace(a, "x+", "y"), "y", "z")', { a: 'axxb' }, 'azb'],
    ['split(a, ",")', { a: 'x,y' }, ['x', 'y']],
    ['count(split(a, "[,;]+"))', { a: 'x,;y'.repeat(500) }, 501],
    ['matches(a, "^(ab){3}$")', { a: 'ababab' }, true],
  ])('%s', (text, context, value) => {
    expect(run(text, context).value).toEqual(value);
  });

  it('takes the time from the caller', () => {
    expect(run('today()').value).toBe('2026-01-05');
    expect(run('now()').value).toBe('2026-01-05T03:00:00Z');
  });

  it('warns of what is missing', () => {
    expect(run('a = "x"')).toEqual({ value: false, warnings: ['NO_VARIABLE_FOUND'] });
  });

  it.each([
    'a >',
    'a && && b',
    '${bean.call()}',
    '',
    '1 +* 2',
    'for i in 1..999999999 return i',
    'x'.repeat(10_001),
  ])('%.20s is a fault', (text) => {
    expect(isFault(compileExpression(text))).toBe(true);
  });

  it.each<[string, Variables]>([
    ['count(for i in 1..n return i) > 0', { n: 1e12 }],
    ['for i in 1..n, j in 1..n, k in 1..n return i', { n: 1000 }],
    ['every x in 1..n satisfies x > 0', { n: 1e9 }],
    ['items[count(items[item > 0]) > 0]', { items: Array.from({ length: 2000 }, (_, index) => index) }],
    ['for i in 1..n return if i = 1 then [1] else concatenate(partial[-1], partial[-1])', { n: 60 }],
    ['for i in 1..n return if i = 1 then "xx" else partial[-1] + partial[-1]', { n: 60 }],
    ['flatten(for i in 1..n return if i = 1 then [1] else append([partial[-1]], partial[-1]))', { n: 60 }],
    ['matches(a, "^(a+)+$")', { a: `${'a'.repeat(60)}!` }],
    ['matches(a, "(x|xx)*y")', { a: 'x'.repeat(60) }],
    ['replace(a, "((b*)c?)*d", "")', { a: 'b'.repeat(60) }],
    ['split(a, "(?:a{2,})+b")', { a: 'a'.repeat(60) }],
    ['matches(a, p)', { a: `${'a'.repeat(60)}!`, p: '([a-z]+)*$' }],
    ['matches(input: a, pattern: "^(a+)+$")', { a: `${'a'.repeat(60)}!` }],
    ['matches(a, "a*a*a*a*b")', { a: 'a'.repeat(500) }],
    ['some p in ["x", "^(a|aa)+$"] satisfies matches(a, p)', { a: `${'a'.repeat(60)}!` }],
  ])('gives up instead of working on and on: %s', (text, context) => {
    expect(run(text, context).value).toBeNull();
    expect(run(text, context).warnings).not.toEqual([]);
  });

  it.each<[string, Variables]>([
    ['"many" > 5', {}],
    ['a > 5', { a: '7' }],
    ['a <= "x"', { a: 3 }],
    ['not(a > 5)', { a: 'many' }],
    ['a > 5 or b > 5', { a: 6, b: 'many' }],
    ['a between 1 and 5', { a: 'many' }],
    ['a in [1..5]', { a: 'many' }],
    ['a in > 5', { a: 'many' }],
    ['a in (1, 2, >= 5)', { a: 'many' }],
    ['a in [1..5] and true', { a: 'many' }],
    ['a < 5', { a: [1, 2] }],
    ['a < 5', { a: {} }],
    ['count(a[item > 5]) > 0', { a: ['many', 7] }],
    ['if concatenate(a, ["x"])[1] > 5 then 1 else 2', { a: ['many'] }],
    ['some i in a satisfies i > 5', { a: ['many', 7] }],
    ['date("2026-01-01") < a', { a: '2026-01-02' }],
  ])('says that there is no order instead of answering: %s', (text, context) => {
    expect(run(text, context)).toEqual({ value: null, warnings: ['NO_ORDER'] });
  });

  it.each<[string, Variables]>([
    ['a < true', { a: false }],
    ['a between 1 and b', { a: 3, b: 'many' }],
    ['a in (1..b]', { a: 3, b: 'many' }],
  ])('fails where there can be no range: %s', (text, context) => {
    expect(run(text, context)).toEqual({ value: null, warnings: ['EVALUATION_FAILED'] });
  });

  it.each<[string, Variables, Json]>([
    ['a > 5', { a: [7] }, true],
    ['a >= b', { a: 'b', b: 'a' }, true],
    ['a != 5', { a: 'many' }, null],
    ['a in (1, 2, >= 5)', { a: 6 }, true],
    ['a in ("x", "y")', { a: 'y' }, true],
    ['a in [1..5] and b in ["a".."c"]', { a: 5, b: 'b' }, true],
    ['a between 1 and b', { a: 3, b: 4 }, true],
    ['a in [1..5] or b', { a: 6, b: true }, true],
    ['b and a in [1..5] and a in (1, 2) or false', { a: 2, b: true }, true],
    ['a in [1..5] and a in [6..9]', { a: 2 }, false],
    ['a in list and b', { a: 2, list: [1, 2], b: true }, true],
    ['not(a in [1..5] and b)', { a: 2, b: false }, true],
    ['(a < b) = (b > a)', { a: 1, b: 2 }, true],
    ['a[item > 1][item < 3]', { a: [1, 2, 3] }, [2]],
    ['a[item > 1][1] > b[item > 1][1]', { a: [1, 3], b: [1, 2] }, true],
    ['count(for i in a..b return i) > 2', { a: 1, b: 3 }, true],
    ['date("2026-01-01") < date("2026-01-02")', {}, true],
    ['duration("P1D") < duration("P2D")', {}, true],
    ['null < 5 or a > 1', { a: 2 }, true],
  ])('puts in order what has one: %s', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });

  it('decides comparisons as feelin does, whatever the data', () => {
    const value: fc.Arbitrary<Json> = fc.oneof(
      fc.integer(),
      fc.constantFrom('a', 'b', ''),
      fc.boolean(),
      fc.constant(null),
      fc.constant([1] as Json),
    );
    const operand = fc.constantFrom('a', 'b', 'c.d', '3', '"a"', 'true', '(a + 1)', 'a * b');
    const comparison = fc
      .tuple(operand, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), operand)
      .map((parts) => parts.join(' '));
    const text = fc
      .tuple(comparison, fc.constantFrom('and', 'or'), comparison)
      .map(([left, word, right]) => `${left} ${word} ${right}`);
    fc.assert(
      fc.property(
        fc.oneof(comparison, text),
        fc.record({ a: value, b: value }),
        value,
        (source, context, d) => {
          const full: Variables = { ...context, c: { d } };
          const expected = evaluated(source, full);
          const actual = run(source, full);
          if (actual.warnings.includes('NO_ORDER')) {
            expect(actual.value).toBeNull();
            return;
          }
          expect(actual.value).toEqual(expected.value ?? null);
          expect(actual.warnings).toEqual(expected.warnings.map((warning) => warning.type));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('Camunda expressions', () => {
  it.each([
    ['${a}', 'a'],
    ['${a > b}', '(a > b)'],
    ["#{a == 'x'}", '(a = "x")'],
    ['${!a}', 'not(a)'],
    ['${a && (b || !c)}', '(a and ((b or not(c))))'],
    ['${a ? 1 : 2}', '(if a then 1 else 2)'],
    ["${execution.getVariable('x') != null}", '(x != null)'],
    ['${items.size() > 2}', '(count(items) > 2)'],
    ["${a.equals('x')}", '(a = "x")'],
    ['Dear ${name}!', '"Dear " + string(name) + "!"'],
  ])('%s means %s', (juel, feel) => {
    expect(juelToFeel(juel)).toBe(feel);
  });

  it.each(['${bean.doIt()}', '${now()}', '${a', '${T(java.lang.Runtime)}', '${a = b}'])(
    '%s has no FEEL',
    (juel) => {
      expect(juelToFeel(juel)).toBeUndefined();
    },
  );

  it('leaves texts without a mark as they are', () => {
    const compiled = compileText('plain > text');
    expect(compiled).toMatchObject({ constant: 'plain > text' });
  });
});
