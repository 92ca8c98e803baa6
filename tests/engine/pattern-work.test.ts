import { describe, expect, it } from '@jest/globals';
import { isQuickMatch } from '../../engine/feel/pattern-work.ts';

describe('whether a pattern is done soon with a text', () => {
  it.each([
    ['abc', 1_000_000],
    ['a+', 3161],
    ['a*', 3161],
    ['a+b*', 214],
    ['a+b+c+d+e+f+', 9],
    ['(a+)+', 20],
    ['(a|b)*', 20],
    ['(ab)+', 100],
    ['((a)b)+', 100],
    ['(a)(b)+', 100],
    ['(a|b)c+', 100],
    ['(a|b) +', 100],
    ['(a|b)\\++', 100],
    ['(a|b)[+*]+', 100],
    ['(a|b)\n+', 100],
    ['\\(a|b\\)+', 100],
    ['(a+)(b)(c)+', 100],
    ['[(+)]+', 100],
    ['\\*\\+', 1_000_000],
    ['[*+]', 1_000_000],
    ['a{2}', 1_000_000],
    ['a{1,2}', 1_000_000],
    ['a{20}', 1_000_000],
    ['a{1,20}', 1_000_000],
    ['a)+', 100],
    ['+a', 100],
    ['a|b)', 1_000_000],
  ])('%j is, with %d characters', (pattern, length) => {
    expect(isQuickMatch(pattern, length)).toBe(true);
  });

  it.each([
    ['a+', 3162],
    ['a*', 3162],
    ['a+b*', 215],
    ['a+b+c+d+e+f+', 10],
    ['(a+)+', 21],
    ['(a*)+', 21],
    ['(a|b)*', 21],
    ['(a{3,})+', 21],
    ['(a+){2,}', 21],
    ['((a+)b)+', 21],
    ['((a|b)c)+', 21],
    ['(((a|b)))+', 21],
    ['((a)|b)+', 21],
    ['(?:a|b)+', 21],
    ['a{3,}', 4000],
    ['a{10,}', 4000],
    ['a{21}', 4000],
    ['a{30}', 4000],
    ['a{1,50}', 4000],
  ])('%j is not, with %d characters', (pattern, length) => {
    expect(isQuickMatch(pattern, length)).toBe(false);
  });
});
