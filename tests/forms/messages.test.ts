import { describe, expect, it } from '@jest/globals';
import { KEYWORDS } from '../../forms/dialect.ts';
import { formatNames } from '../../forms/index.ts';
import { formatsWithSentence, keywordsWithSentence, sentenceOf } from '../../forms/messages.ts';

/** Keywords that never complain themselves: what stands under them does. */
const SILENT = [
  'allOf',
  'if',
  'then',
  'else',
  'items',
  'properties',
  'patternProperties',
  '$ref',
  '$defs',
  'definitions',
];
const FACTS = { label: 'Số tầng', limit: 3, value: 5, other: 'khác' };

describe('sentences', () => {
  it('are there for every keyword that can complain', () => {
    const complaining = Object.entries(KEYWORDS)
      .filter(([keyword, kind]) => kind !== 'annotation' && kind !== 'dropped' && !SILENT.includes(keyword))
      .map(([keyword]) => keyword);
    expect(complaining.filter((keyword) => !keywordsWithSentence().includes(keyword))).toEqual([]);
  });

  it('name the field and the limit in both languages', () => {
    expect(sentenceOf('maximum', FACTS, 'vi')).toBe('Số tầng không được lớn hơn 3');
    expect(sentenceOf('maximum', FACTS, 'en')).toBe('Số tầng must not be more than 3');
    expect(sentenceOf('maxLength', { ...FACTS, value: 'abcd' }, 'vi')).toBe(
      'Số tầng chỉ được dài tối đa 3 ký tự (đang có 4)',
    );
    expect(sentenceOf('type', { ...FACTS, limit: ['integer', 'null'] }, 'vi')).toBe(
      'Số tầng phải là số nguyên',
    );
  });

  it('speak of formats that exist', () => {
    expect(formatsWithSentence().filter((format) => !formatNames().includes(format))).toEqual([]);
  });
});
