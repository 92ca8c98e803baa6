import { describe, expect, it } from '@jest/globals';
import {
  endOfLocalDay,
  formatLocal,
  localDay,
  localMinutes,
  localYear,
  showLocal,
  startOfLocalDay,
} from '../../server/deadlines/local-time.ts';

describe('an instant on the wall in Việt Nam', () => {
  it.each([
    ['2026-04-17T02:05:59.999Z', '2026-04-17', 545, '09:05 17/04/2026'],
    ['2026-04-17T16:59:00.000Z', '2026-04-17', 1439, '23:59 17/04/2026'],
    ['2026-04-17T17:00:00.000Z', '2026-04-18', 0, '00:00 18/04/2026'],
    ['2026-12-31T17:30:00.000Z', '2027-01-01', 30, '00:30 01/01/2027'],
  ])('%s is a minute of the local day', (instant, day, minutes, shown) => {
    expect(localDay(instant)).toBe(day);
    expect(localYear(instant)).toBe(day.slice(0, 4));
    expect(localMinutes(instant)).toBe(minutes);
    expect(showLocal(instant)).toBe(shown);
  });

  it('lies between the first and the last millisecond of its local day', () => {
    expect(startOfLocalDay('2026-04-17')).toBe('2026-04-16T17:00:00.000Z');
    expect(endOfLocalDay('2026-04-16T17:00:00.000Z')).toBe('2026-04-17T16:59:59.999Z');
    expect(endOfLocalDay('2026-04-17T16:59:59.999Z')).toBe('2026-04-17T16:59:59.999Z');
  });

  it('gives a dossier’s code the digits of its local date', () => {
    expect(formatLocal('2026-04-19T17:00:00.000Z', 'yyMMdd')).toBe('260420');
    expect(formatLocal('2026-04-19T17:00:00.000Z', 'yyyyMMdd')).toBe('20260420');
  });
});
