import { describe, expect, it } from '@jest/globals';
import { noticeDay } from '../../calendar/index.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar();

describe('the working day of a notice (DL19; S2 Art. 25.2a)', () => {
  it.each([
    ['the day before', '2026-06-11 09:00', 1, '2026-06-10'],
    ['the day before, whatever the hour', '2026-06-11 17:00', 1, '2026-06-10'],
    ['the Friday before a Monday', '2026-06-15 07:30', 1, '2026-06-12'],
    ['three working days before, across the weekend', '2026-06-16 09:00', 3, '2026-06-11'],
    ['before the holidays', '2026-05-04 17:00', 1, '2026-04-29'],
    ['the day itself when no day is asked for', '2026-06-11 09:00', 0, '2026-06-11'],
  ])('is %s', (_, dueAt, days, day) => {
    expect(noticeDay({ calendar, dueAt: local(dueAt), days })).toEqual({
      opensAt: local(`${day} 07:00`),
      closesAt: local(`${day} 17:00`),
    });
  });

  it('is not guessed where the year before was not entered', () => {
    expect(() => noticeDay({ calendar, dueAt: local('2026-01-02 09:00'), days: 1 })).toThrow(
      expect.objectContaining({ code: 'calendar.year-missing', year: 2025 }),
    );
  });
});
