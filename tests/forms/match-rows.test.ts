import { describe, expect, it } from '@jest/globals';
import { matchRows } from '../../forms/react/match-rows.ts';

const kinds = (now: unknown[], before: unknown[]) => matchRows(now, before).map(({ kind }) => kind);
const [a, b, c] = [{ ten: 'A' }, { ten: 'B' }, { ten: 'C' }];

describe('rows beside those of an earlier answer', () => {
  it.each([
    ['stay the same, in another order too', [b, a], [a, b], ['same', 'same']],
    ['come in at the top without touching those below', [c, a, b], [a, b], ['added', 'same', 'same']],
    ['change in their place', [a, { ten: 'B2' }], [a, b], ['same', 'changed']],
    ['go, and are told last', [a], [a, b], ['same', 'removed']],
    ['are told apart when they are equal', [a, a], [a], ['same', 'added']],
    ['are the same whatever the order of their keys', [{ x: 1, y: 2 }], [{ y: 2, x: 1 }], ['same']],
    ['are all new beside none', [a], [], ['added']],
  ])('%s', (_sentence, now, before, expected) => {
    expect(kinds(now, before)).toEqual(expected);
  });

  it('pair a changed row with the one that it replaced', () => {
    expect(matchRows([a, c], [a, b])[1]).toEqual({ now: c, before: b, kind: 'changed' });
  });
});
