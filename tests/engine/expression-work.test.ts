import { describe, expect, it } from '@jest/globals';
import { isSmall } from '../../engine/feel/bound-work.ts';
import { compileExpression, isFault } from '../../engine/feel/expression.ts';
import type { Json, Variables } from '../../engine/types.ts';

const run = (text: string, context: Variables) => {
  const compiled = compileExpression(text);
  if (isFault(compiled)) throw new Error(compiled.fault);
  return compiled.evaluate(context, '2026-01-05T03:00:00.000Z');
};
const items = (length: number): Json[] => Array.from({ length }, () => 1);

describe('how much one evaluation may go through', () => {
  it.each<[string, Variables, Json]>([
    ['count(for i in 1..n return i)', { n: 20_000 }, 20_000],
    ['count(for i in n..1 return i)', { n: 20_000 }, 20_000],
    ['count(for x in a return x)', { a: items(20_000) }, 20_000],
    ['count(a[item > 0])', { a: items(20_000) }, 20_000],
    ['count(concatenate(a, [1]))', { a: items(19_999) }, 20_000],
    ['count(flatten([a]))', { a: items(20_000) }, 20_000],
    ['count(for i in 1..n return i) + count(a[item > 0])', { n: 10_000, a: items(10_000) }, 20_000],
    ['a[1]', { a: items(20_001) }, 1],
    ['count(a)', { a: items(20_001) }, 20_001],
  ])('%s is answered as long as there is something left', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });

  it.each<[string, Variables]>([
    ['count(for i in 1..n return i)', { n: 20_001 }],
    ['count(for i in n..1 return i)', { n: 20_001 }],
    ['count(for x in a return x)', { a: items(20_001) }],
    ['count(a[item > 0])', { a: items(20_001) }],
    ['count(concatenate(a, [1]))', { a: items(20_000) }],
    ['count(flatten(a))', { a: items(20_001) }],
    ['count(for i in 1..n return i) + count(a[item > 0])', { n: 10_000, a: items(10_001) }],
    ['count(for i in 1..2 return (for j in 1..n return j))', { n: 10_000 }],
    ['count(for i in 1..n return i) + count(for i in b..3 return i)', { n: 20_001, b: null }],
    ['[for i in b..3 return i, for i in 1..n return i]', { n: 20_001, b: 'x' }],
    ['get or else(matches(a, "^(a+)+$"), false)', { a: 'a'.repeat(60) }],
    ['matches(get or else(a, ""), "^(a+)+$")', { a: 'a'.repeat(60) }],
  ])('%s is given up, and says so', (text, context) => {
    expect(run(text, context)).toEqual({ value: null, warnings: ['TOO_LARGE'] });
  });

  it.each<[string, Variables, Json]>([
    ['for i in 3..3 return i', {}, [3]],
    ['for i in 3..1 return i', {}, [3, 2, 1]],
    ['for i in -1..1 return i', {}, [-1, 0, 1]],
    ['for i in a..3 return i', { a: null }, null],
    ['for i in a..3 return i', { a: 'x' }, null],
    ['for i in 1..a return i', { a: [] }, null],
    ['for x in a return x', { a: 5 }, null],
    ['concatenate(a, [1], 2)', { a: [0] }, [0, 1, 2]],
    ['concatenate(a, [1])', { a: null }, null],
    ['concatenate([1], a)', { a: null }, null],
    ['flatten([[1, [2]], 3])', {}, [1, 2, 3]],
    ['flatten(a)', { a: 3 }, 3],
    ['matches(a, p)', { a: 'x', p: 5 }, null],
    ['matches(a, p)', { a: null, p: 'x' }, null],
    ['matches(a)', { a: 'x' }, null],
    ['matches()', {}, null],
    ['count(split(a, "a+")) + count(split(b, "a+"))', { a: 'xay', b: 'x' }, 3],
  ])('%s of %j is %j', (text, context, value) => {
    expect(run(text, context)).toEqual({ value, warnings: [] });
  });
});

describe('how large a result may be', () => {
  const million = 1_000_000;
  it.each<[string, unknown, boolean]>([
    ['nothing', null, true],
    ['a text of a million characters', 'x'.repeat(million), true],
    ['a longer text', 'x'.repeat(million + 1), false],
    ['a list that with its items makes a million', Array(million - 1).fill(0), true],
    ['a longer list', Array(million).fill(0), false],
    ['a list of texts that together make a million', ['x'.repeat(million - 3), 'xx'], true],
    ['longer texts in a list', ['x'.repeat(million - 3), 'xxx'], false],
    ['a context with a text', { a: { b: 'x'.repeat(million - 2) } }, true],
    ['a context with a longer text', { a: { b: 'x'.repeat(million - 1) } }, false],
  ])('%s', (_, value, isKept) => {
    expect(isSmall(value)).toBe(isKept);
  });

  it('is seen before a list that holds itself many times over is gone through', () => {
    let list: unknown[] = [1];
    for (let round = 0; round < 60; round++) list = [list, list];
    expect(isSmall(list)).toBe(false);
  });
});
