import { describe, expect, it } from '@jest/globals';
import { isBrokenJson, textOf, typedValue } from '../../workspace/incidents/variable-text.ts';

describe('a variable as it is typed', () => {
  it.each([['Đà Nẵng'], ['150'], [''], ['{"a"'], [150], [true], [null], [['a', 1]], [{ a: { b: 'ă' } }]])(
    'comes back as it was: %j',
    (value) => {
      expect(typedValue(textOf(value))).toEqual(value);
    },
  );

  it('is a text as it stands, and a number, a list or an object as JSON', () => {
    expect(textOf('Đà Nẵng')).toBe('Đà Nẵng');
    expect(textOf('150')).toBe('"150"');
    expect(typedValue('150')).toBe(150);
    expect(typedValue('["a"]')).toEqual(['a']);
    expect(typedValue('hai mươi')).toBe('hai mươi');
  });

  it('that is begun as JSON and is none is a slip', () => {
    expect(isBrokenJson('{ "a": 1, }')).toBe(true);
    expect(isBrokenJson('["a"')).toBe(true);
    expect(isBrokenJson('["a"]')).toBe(false);
    expect(isBrokenJson('không')).toBe(false);
  });
});
