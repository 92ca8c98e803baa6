import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastSlot, nextSlot, readSchedule } from '../../server/backups/schedule.ts';
import type { BackupSchedule } from '../../server/contract/backups.ts';

const at = (instant: string): number => Date.parse(instant);
const show = (instant: number): string => new Date(instant).toISOString();
const schedule = (text: string): BackupSchedule => readSchedule(text)!;

describe('a schedule of backups', () => {
  it.each<[string, BackupSchedule]>([
    ['01:30', { every: 'day', time: '01:30' }],
    [' 23:59 ', { every: 'day', time: '23:59' }],
    ['sun 02:00', { every: 'week', weekday: 7, time: '02:00' }],
    ['Mon 02:00', { every: 'week', weekday: 1, time: '02:00' }],
    ['1 03:15', { every: 'month', day: 1, time: '03:15' }],
    ['28  03:15', { every: 'month', day: 28, time: '03:15' }],
  ])('reads "%s"', (text, expected) => {
    expect(readSchedule(text)).toEqual(expected);
  });

  it.each([
    '',
    '1:30',
    '24:00',
    '01:60',
    '0 01:30',
    '29 01:30',
    'someday 01:30',
    '01:30 sun',
    '01:30, 02:30',
  ])('reads nothing from "%s"', (text) => {
    expect(readSchedule(text)).toBeNull();
  });

  // The instants are UTC; half past one in Việt Nam is half past six in the evening before.
  it.each([
    ['01:30', '2026-04-15T02:00:00Z', '2026-04-14T18:30:00.000Z', '2026-04-15T18:30:00.000Z'],
    ['01:30', '2026-04-14T18:30:00Z', '2026-04-14T18:30:00.000Z', '2026-04-15T18:30:00.000Z'],
    ['01:30', '2026-04-14T18:29:59Z', '2026-04-13T18:30:00.000Z', '2026-04-14T18:30:00.000Z'],
    ['sun 01:30', '2026-04-15T02:00:00Z', '2026-04-11T18:30:00.000Z', '2026-04-18T18:30:00.000Z'],
    ['1 01:30', '2026-03-15T02:00:00Z', '2026-02-28T18:30:00.000Z', '2026-03-31T18:30:00.000Z'],
  ])('"%s" at %s was last due at %s and is next due at %s', (text, now, last, next) => {
    expect([show(lastSlot(schedule(text), at(now))), show(nextSlot(schedule(text), at(now)))]).toEqual([
      last,
      next,
    ]);
  });

  it('leaves no instant without its last and next, and none between them', () => {
    const texts = fc.constantFrom('00:00', '01:30', '23:59', 'mon 00:00', 'sun 23:59', '1 00:00', '28 12:00');
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2032-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(texts, instants, (text, instant) => {
        const plan = schedule(text);
        const now = instant.getTime();
        const [last, next] = [lastSlot(plan, now), nextSlot(plan, now)];
        expect(last).toBeLessThanOrEqual(now);
        expect(next).toBeGreaterThan(now);
        expect(nextSlot(plan, last)).toBe(next);
        expect(lastSlot(plan, next - 1)).toBe(last);
        expect(lastSlot(plan, next)).toBe(next);
      }),
    );
  });
});
