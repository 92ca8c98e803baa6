import { describe, expect, it } from '@jest/globals';
import { moneyInWords } from '../../forms/money-in-words.ts';
import { readDate, showDate, showNumber } from '../../forms/show-value.ts';

describe('moneyInWords', () => {
  it.each([
    [0, 'Không đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1_000, 'Một nghìn đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [50_000, 'Năm mươi nghìn đồng'],
    [1_500_000, 'Một triệu năm trăm nghìn đồng'],
    [1_505_000_000, 'Một tỷ năm trăm linh năm triệu đồng'],
    [2_000_000_000_000, 'Hai nghìn tỷ đồng'],
    [1_005_000_000_000, 'Một nghìn không trăm linh năm tỷ đồng'],
    [-20, 'Âm hai mươi đồng'],
  ])('reads %s', (amount, words) => {
    expect(moneyInWords(amount)).toBe(words);
  });
});

describe('values on the screen', () => {
  it('reads days as people type them', () => {
    expect(['17/04/2026', '17-4-2026', '17042026', ' 7/4/2026 '].map(readDate)).toEqual([
      '2026-04-17',
      '2026-04-17',
      '2026-04-17',
      '2026-04-07',
    ]);
    expect(['17/4', 'mai', '2026-04-17'].map(readDate)).toEqual([undefined, undefined, undefined]);
  });

  it('shows days and numbers as the language writes them', () => {
    expect(showDate('2026-04-17')).toBe('17/04/2026');
    expect(showNumber(1234567.5, 'vi')).toBe('1.234.567,5');
    expect(showNumber(1234567.5, 'en')).toBe('1,234,567.5');
  });
});
