import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keptBackups, readRetention } from '../../server/backups/retention.ts';
import type { BackupRetention } from '../../server/contract/backups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2026-01-01T00:00:00Z');

const counts = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
const retentions = fc
  .record({ daily: counts, weekly: counts, monthly: counts })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, n]) => n !== undefined)))
  .map((given): BackupRetention => given);
/** Hours over a year and a half, in any order. */
const histories = fc
  .uniqueArray(fc.integer({ min: 0, max: 550 * 24 }), { maxLength: 80 })
  .map((hours) => hours.map((hour) => START + hour * HOUR_MS));

describe('the retention of backups', () => {
  it.each<[string, BackupRetention]>([
    ['7 daily, 4 weekly, 12 monthly', { daily: 7, weekly: 4, monthly: 12 }],
    ['10 DAILY', { daily: 10 }],
    ['12 monthly,1 weekly', { monthly: 12, weekly: 1 }],
  ])('reads "%s"', (text, expected) => {
    expect(readRetention(text)).toEqual(expected);
  });

  it.each([
    '',
    '7',
    'daily',
    '0 daily',
    '-1 daily',
    '7 daily 4 weekly',
    '7 daily, 8 daily',
    '7 yearly',
    '1.5 daily',
  ])('reads nothing from "%s"', (text) => {
    expect(readRetention(text)).toBeNull();
  });

  it('keeps the newest of each of the last days, Monday weeks and months of Việt Nam', () => {
    // 23:30 and 00:30 on the clock of Việt Nam: two days.
    const taken = ['2026-03-31T16:30:00Z', '2026-03-31T17:30:00Z', '2026-03-31T20:00:00Z'].map(Date.parse);
    expect(keptBackups(taken, { daily: 2 })).toEqual(new Set([taken[0], taken[2]]));
    expect(keptBackups(taken, { monthly: 2 })).toEqual(new Set([taken[0], taken[2]]));
    expect(keptBackups(taken, { weekly: 2 })).toEqual(new Set([taken[2]]));
  });

  it('always keeps the newest, and none that was not taken', () => {
    fc.assert(
      fc.property(histories, retentions, (taken, retention) => {
        const kept = keptBackups(taken, retention);
        expect([...kept].every((at) => taken.includes(at))).toBe(true);
        expect(taken.length === 0 || kept.has(Math.max(...taken))).toBe(true);
      }),
    );
  });

  it('keeps no more than it says, and as many as it says when there are as many days', () => {
    fc.assert(
      fc.property(histories, retentions, (taken, retention) => {
        const kept = keptBackups(taken, retention).size;
        const { daily = 0, weekly = 0, monthly = 0 } = retention;
        expect(kept).toBeLessThanOrEqual(Math.max(1, daily + weekly + monthly));
        const days = new Set(taken.map((at) => Math.floor((at + 7 * HOUR_MS) / DAY_MS))).size;
        expect(kept).toBeGreaterThanOrEqual(Math.min(days, daily));
      }),
    );
  });

  it('keeps after every backup what it would keep once at the end', () => {
    fc.assert(
      fc.property(histories, retentions, (taken, retention) => {
        const inOrder = [...taken].sort((left, right) => left - right);
        let files: number[] = [];
        for (const at of inOrder) files = [...keptBackups([...files, at], retention)];
        expect(new Set(files)).toEqual(keptBackups(taken, retention));
      }),
    );
  });
});
