import { describe, expect, it } from '@jest/globals';
import { compileExpression, isFault } from '../../engine/feel/expression.ts';
import type { Variables } from '../../engine/types.ts';

const evaluated = (text: string, context: Variables) => {
  const compiled = compileExpression(text);
  return isFault(compiled) ? compiled : compiled.evaluate(context, '2026-01-05T00:00:00.000Z');
};

describe('signs that other languages have for comparing', () => {
  it.each([
    ['x == 1', { x: 1 }, true],
    ['x == 1', { x: 2 }, false],
    ['=x == 1', { x: 1 }, true],
    ['x === 1', { x: 1 }, true],
    ['x !== 1', { x: 1 }, false],
    ['x <> 1', { x: 2 }, true],
    ['x == null', { x: null }, true],
    ['x == y and z > 1', { x: 'a', y: 'a', z: 2 }, true],
    ["x == 'Đạt'", { x: 'Đạt' }, true],
    ['x == "Đạt"', { x: 'Không đạt' }, false],
  ])('%s with %j is %s', (text, context, value) => {
    expect(evaluated(text, context)).toEqual({ value, warnings: [] });
  });

  it.each([
    ['x = "a == b"', { x: 'a == b' }],
    ['x == "a \\" <> b"', { x: 'a " <> b' }],
    ["x == 'a <> b'", { x: 'a <> b' }],
  ])('%s leaves the text alone', (text, context) => {
    expect(evaluated(text, context)).toEqual({ value: true, warnings: [] });
  });
});
