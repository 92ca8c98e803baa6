import { describe, expect, it } from '@jest/globals';
import { secondChance } from '../../server/store/sqlite/second-chance.ts';

describe('a memory of what was used last', () => {
  it('lets go of what was put first and not used since', () => {
    const kept = secondChance<number>({ most: 3 });
    for (const key of ['a', 'b', 'c']) kept.set(key, 1);
    kept.get('a');
    kept.set('b', 2);
    kept.set('d', 1);
    expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual([1, 2, undefined, 1]);
  });

  it('lets go of used ones too when all were used', () => {
    const kept = secondChance<number>({ most: 2 });
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      kept.set(key, 1);
      kept.get(key);
    }
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => kept.get(key))).toHaveLength(2);
  });

  it('counts by weight, also of what takes the place of another', () => {
    const kept = secondChance<string>({ most: 10, weigh: (text) => text.length });
    kept.set('a', 'xxxx');
    kept.set('b', 'xxxx');
    kept.set('b', 'xxxxxxxx');
    expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 'xxxxxxxx']);
    kept.delete('b');
    kept.set('c', 'xxxxxxxxxx');
    expect(kept.get('c')).toBe('xxxxxxxxxx');
    // Heavier than all may be together.
    kept.set('d', 'xxxxxxxxxxx');
    expect([kept.get('c'), kept.get('d')]).toEqual(['xxxxxxxxxx', undefined]);
  });

  it('is empty once it is cleared', () => {
    const kept = secondChance<number>({ most: 2 });
    kept.set('a', 1);
    kept.clear();
    kept.set('b', 1);
    kept.set('c', 1);
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([undefined, 1, 1]);
  });
});
