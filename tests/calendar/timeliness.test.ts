import { describe, expect, it } from '@jest/globals';
import { timeliness } from '../../calendar/index.ts';
import { local } from '../support/build-calendar.ts';

describe('a result against its due date (DL23; S4 Art. 14.4)', () => {
  it.each([
    ['the day before', '2026-06-09 16:59', 'early'],
    ['on the day, before the hour', '2026-06-10 08:00', 'on-time'],
    ['on the day, after the hour', '2026-06-10 23:59', 'on-time'],
    ['past midnight', '2026-06-11 00:00', 'late'],
  ])('%s', (_, result, verdict) => {
    expect(timeliness(local(result), local('2026-06-10 09:00'))).toBe(verdict);
  });
});
