import { describe, expect, it } from '@jest/globals';
import {
  dueDate,
  effectiveReception,
  isWorkingDay,
  nextOpening,
  sameDay,
  subtractWorking,
} from '../../calendar/index.ts';
import { buildCalendar, local, officeWeek } from '../support/build-calendar.ts';

const calendar = buildCalendar();
const saturdayCounter = buildCalendar({ week: { ...officeWeek, '6': [{ from: '07:30', to: '11:30' }] } });

describe('the moment that counts as reception (DL05)', () => {
  it.each([
    ['before opening', '2026-06-10 06:10', '2026-06-10 07:00'],
    ['within office hours', '2026-06-10 09:20', '2026-06-10 09:20'],
    ['as the morning closes', '2026-06-10 11:00', '2026-06-10 11:00'],
    ['at lunch', '2026-06-10 12:15', '2026-06-10 13:00'],
    ['as the office closes', '2026-06-10 17:00', '2026-06-10 17:00'],
    ['after closing', '2026-06-10 17:01', '2026-06-11 07:00'],
    ['on Saturday', '2026-06-13 09:00', '2026-06-15 07:00'],
    ['on a swapped Saturday', '2026-08-22 09:00', '2026-08-22 09:00'],
    ['in the Tết holiday', '2026-02-18 09:00', '2026-02-23 07:00'],
  ])('%s', (_, at, received) => {
    expect(effectiveReception({ calendar, at: local(at) }).at).toBe(local(received));
    expect(nextOpening({ calendar, at: local(at) })).toBe(local(received));
  });

  it('drops the seconds, as the clock at the counter does', () => {
    expect(effectiveReception({ calendar, at: '2026-06-10T02:20:59.999Z' }).at).toBe(
      local('2026-06-10 09:20'),
    );
  });

  it('is the next working morning for online filing after 17:00, even where the office is still open (DL06)', () => {
    const late = buildCalendar({
      week: { '3': [{ from: '08:00', to: '18:00' }], '4': [{ from: '08:00', to: '18:00' }] },
    });
    const at = local('2026-06-10 17:01');

    expect(effectiveReception({ calendar: late, at, channel: 'counter' }).at).toBe(at);
    expect(effectiveReception({ calendar: late, at, channel: 'online' }).at).toBe(local('2026-06-11 08:00'));
    expect(effectiveReception({ calendar: late, at: local('2026-06-10 17:00'), channel: 'online' }).at).toBe(
      local('2026-06-10 17:00'),
    );
  });

  it('is on Saturday morning where the counter is open then (DL04)', () => {
    const at = local('2026-06-13 09:00');

    expect(effectiveReception({ calendar: saturdayCounter, at }).at).toBe(at);
    expect(isWorkingDay(saturdayCounter, '2026-06-13')).toBe(true);
    expect(isWorkingDay(calendar, '2026-06-13')).toBe(false);
  });

  it('says in both languages why it is not the moment of filing', () => {
    const at = local('2026-06-10 17:30');

    expect(effectiveReception({ calendar, at, language: 'vi' }).explain).toEqual([
      {
        at: local('2026-06-11 07:00'),
        text: 'Nộp lúc 17:30 thứ Tư 10/06/2026, ngoài giờ làm việc: tính là tiếp nhận lúc 07:00 thứ Năm 11/06/2026.',
      },
    ]);
    expect(effectiveReception({ calendar, at, language: 'en' }).explain).toEqual([
      {
        at: local('2026-06-11 07:00'),
        text: 'Filed at 17:30 on Wednesday 10/06/2026, outside office hours: counts as received at 07:00 on Thursday 11/06/2026.',
      },
    ]);
    expect(effectiveReception({ calendar, at: local('2026-06-10 09:00'), language: 'vi' }).explain).toEqual(
      [],
    );
  });
});

describe('reception after days off', () => {
  it('names every day off that lies before it, so that Tết can be followed on paper (DL05)', () => {
    const { explain } = effectiveReception({ calendar, at: local('2026-02-13 17:30'), language: 'vi' });

    expect(explain.map(({ text }) => text)).toEqual([
      'Nộp lúc 17:30 thứ Sáu 13/02/2026, ngoài giờ làm việc: tính là tiếp nhận lúc 07:00 thứ Hai 23/02/2026.',
      'Từ thứ Bảy 14/02/2026 đến Chủ nhật 15/02/2026: nghỉ hằng tuần, không tính.',
      'Từ thứ Hai 16/02/2026 đến thứ Sáu 20/02/2026: nghỉ lễ (Tết Âm lịch; nguồn: nguồn mẫu), không tính.',
      'Từ thứ Bảy 21/02/2026 đến Chủ nhật 22/02/2026: nghỉ hằng tuần, không tính.',
    ]);
  });
});

describe('a late filing online on a long day', () => {
  it('passes over what is left of the day without naming it as off (DL06)', () => {
    const longDays = buildCalendar({
      week: { '3': [{ from: '08:00', to: '18:00' }], '4': [{ from: '08:00', to: '18:00' }] },
    });
    const at = local('2026-06-10 17:30');

    expect(
      effectiveReception({ calendar: longDays, at, channel: 'online', language: 'vi' }).explain.map(
        ({ text }) => text,
      ),
    ).toEqual([
      'Nộp lúc 17:30 thứ Tư 10/06/2026, ngoài giờ làm việc: tính là tiếp nhận lúc 08:00 thứ Năm 11/06/2026.',
    ]);
  });
});

describe('the same day (DL09; Decree 23/2015 Art. 7)', () => {
  it.each([
    ['by 15:00 it is due the same day', '2026-06-10 15:00', '2026-06-10 17:00'],
    ['after 15:00 the next working day', '2026-06-10 15:01', '2026-06-11 17:00'],
    ['on Friday after 15:00 on Monday', '2026-06-12 16:00', '2026-06-15 17:00'],
    ['after closing it counts as received in the morning', '2026-06-10 18:00', '2026-06-11 17:00'],
    ['before Tết after 15:00 on the day after Tết', '2026-02-13 15:30', '2026-02-23 17:00'],
  ])('%s', (_, received, due) => {
    const limit = { amount: 1, unit: 'same-day' } as const;

    expect(dueDate({ calendar, receivedAt: local(received), limit }).dueAt).toBe(local(due));
  });

  it('ends when the Saturday counter closes', () => {
    expect(sameDay({ calendar: saturdayCounter, from: local('2026-06-13 09:00') }).at).toBe(
      local('2026-06-13 11:30'),
    );
  });

  it('says which side of 15:00 it was', () => {
    const lines = (at: string, language: 'vi' | 'en') =>
      sameDay({ calendar, from: local(at), language }).explain.map(({ text }) => text);

    expect(lines('2026-06-10 09:00', 'vi')).toEqual([
      'Tiếp nhận lúc 09:00 thứ Tư 10/06/2026, không quá 15:00: trả trong ngày làm việc.',
      'Hết hạn: 17:00 thứ Tư 10/06/2026.',
    ]);
    expect(lines('2026-06-10 15:30', 'vi')[0]).toBe(
      'Tiếp nhận lúc 15:30 thứ Tư 10/06/2026, sau 15:00: trả trong ngày làm việc tiếp theo.',
    );
    expect(lines('2026-06-10 09:00', 'en')[0]).toBe(
      'Received at 09:00 on Wednesday 10/06/2026, by 15:00: returned the same working day.',
    );
    expect(lines('2026-06-10 15:30', 'en')[0]).toBe(
      'Received at 15:30 on Wednesday 10/06/2026, after 15:00: returned the next working day.',
    );
  });
});

describe('a notice ahead of the due date (DL19)', () => {
  it.each([
    ['one working day before', '2026-09-03 16:00', 480, '2026-08-28 16:00'],
    ['across lunch', '2026-06-10 14:00', 120, '2026-06-10 10:00'],
    [
      'back to the start of an afternoon, not the end of the morning',
      '2026-06-10 14:00',
      60,
      '2026-06-10 13:00',
    ],
    ['back to an opening', '2026-06-10 11:00', 240, '2026-06-10 07:00'],
    ['from outside office hours', '2026-06-13 09:00', 60, '2026-06-12 16:00'],
    ['across the year', '2027-01-04 08:00', 120, '2026-12-31 16:00'],
  ])('%s', (_, from, minutes, at) => {
    expect(subtractWorking({ calendar, from: local(from), minutes })).toBe(local(at));
  });

  it('says that the year before was not entered', () => {
    expect(() => subtractWorking({ calendar, from: local('2026-01-02 08:00'), minutes: 120 })).toThrow(
      expect.objectContaining({ code: 'calendar.year-missing', year: 2025 }),
    );
  });
});
