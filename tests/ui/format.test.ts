import { describe, expect, it } from '@jest/globals';
import { bestMatches, matchesWords } from '../../ui/format/fold-vietnamese.ts';
import { formatMoney } from '../../ui/format/format-money.ts';
import { civilDay, formatDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';

describe('times on the screens', () => {
  it('read in the time of Việt Nam, whatever the machine says', () => {
    expect(formatInstant('2026-04-17T02:05:00.000Z')).toBe('17/04/2026 09:05');
    expect(formatDay('2026-04-16T17:00:00.000Z')).toBe('17/04/2026');
    expect(civilDay('2026-12-31T17:30:00.000Z')).toBe('2027-01-01');
  });

  it('come back as the instant that was meant', () => {
    expect(instantOf('2026-05-04', '17:00')).toBe('2026-05-04T10:00:00.000Z');
    expect(formatInstant(instantOf('2026-05-04', '00:00'))).toBe('04/05/2026 00:00');
  });
});

describe('amounts on the screens', () => {
  it('are grouped as in Vietnamese and carry their unit', () => {
    expect(formatMoney(1_234_567).replace(/\s/g, ' ')).toBe('1.234.567 ₫');
  });
});

describe('searching', () => {
  const NAMES = ['Chấp thuận chủ trương đầu tư của Ủy ban nhân dân', 'Cấp giấy phép xây dựng nhà ở riêng lẻ'];

  it('needs neither marks nor capitals', () => {
    expect(matchesWords('UY BAN', NAMES)).toBe(true);
    expect(matchesWords('đầu tư', ['dau tu'])).toBe(true);
  });

  it('wants every word to begin a word of the text', () => {
    expect(matchesWords('nha o', [NAMES[1]])).toBe(true);
    expect(matchesWords('ha o', [NAMES[1]])).toBe(false);
  });

  it('puts those that hold the words side by side first', () => {
    const found = bestMatches('nhà riêng', ['riêng một nhà', 'nhà riêng'], (name) => [name]);
    expect(found).toEqual(['nhà riêng', 'riêng một nhà']);
  });

  it('keeps everything in its order when nothing is asked for', () => {
    expect(bestMatches('', NAMES, (name) => [name])).toEqual(NAMES);
  });
});
