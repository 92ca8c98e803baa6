import { describe, expect, it } from '@jest/globals';
import { addElapsed } from '../../calendar/index.ts';
import { local } from '../support/build-calendar.ts';

describe('hours of the clock on the wall (DL25)', () => {
  it('go on over the night, the weekend and half hours', () => {
    expect(addElapsed({ from: local('2026-06-12 16:30'), hours: 24 })).toEqual({
      at: local('2026-06-13 16:30'),
      explain: [],
    });
    expect(addElapsed({ from: local('2026-06-12 16:30'), hours: 1.5 }).at).toBe(local('2026-06-12 18:00'));
  });

  it.each([
    [
      'vi',
      'Tính liên tục 1 giờ 30 phút từ 16:30 thứ Sáu 12/06/2026, kể cả ngoài giờ làm việc và ngày nghỉ.',
      'Hết hạn: 18:00 thứ Sáu 12/06/2026.',
    ],
    [
      'en',
      '1 h 30 min without a break from 16:30 on Friday 12/06/2026, also outside office hours and on days off.',
      'Due: 18:00 on Friday 12/06/2026.',
    ],
  ] as const)('say in %s that nothing stops them', (language, how, due) => {
    const { explain } = addElapsed({ from: local('2026-06-12 16:30'), hours: 1.5, language });

    expect(explain).toEqual([
      { at: local('2026-06-12 16:30'), text: how },
      { at: local('2026-06-12 18:00'), text: due },
    ]);
  });
});
