import { describe, expect, it } from '@jest/globals';
import { maskName } from '../../server/portal/mask-name.ts';

describe('a masked name', () => {
  it('keeps the family name and first letters', () => {
    expect(maskName('Nguyễn Văn An')).toBe('Nguyễn V** A**'); // R134
  });

  it('hides a name of one word but its first letter', () => {
    expect(maskName('Ánh')).toBe('Á**');
  });

  it('does not care for stray spaces', () => {
    expect(maskName('  Lê   Thị Bưởi ')).toBe('Lê T** B**');
  });
});
