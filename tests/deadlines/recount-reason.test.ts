import { describe, expect, it } from '@jest/globals';
import type { ChangedDay } from '../../server/contract/bulk.ts';
import { recountReason } from '../../server/deadlines/recount/recount-reason.ts';

const day = (date: string, change: ChangedDay['change'], name = ''): ChangedDay => ({ date, name, change });

describe('the reason of a recount', () => {
  it('names every day with what it is now', () => {
    const days = [
      day('2026-11-24', 'off', 'Ngày Văn hóa Việt Nam'),
      day('2026-08-22', 'working', 'làm bù'),
      day('2026-06-01', 'hours'),
    ];

    expect(recountReason(days, 'vi')).toBe(
      '24/11/2026 (Ngày Văn hóa Việt Nam) nay là ngày nghỉ; 22/08/2026 (làm bù) nay là ngày làm việc; 01/06/2026 giờ làm việc thay đổi',
    );
    expect(recountReason(days, 'en')).toBe(
      '24/11/2026 (Ngày Văn hóa Việt Nam) is a day off now; 22/08/2026 (làm bù) is a working day now; 01/06/2026 has other hours',
    );
  });

  it('says that the calendar changed where no single day is known', () => {
    expect(recountReason([], 'vi')).toBe('Lịch làm việc đã thay đổi sau khi tính hạn');
    expect(recountReason([], 'en')).toBe('The calendar changed after the count');
  });
});
