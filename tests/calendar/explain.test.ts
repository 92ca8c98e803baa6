import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  addWorking,
  compileCalendar,
  DEFAULT_CLOCK_POLICY,
  dueDate,
  explainClock,
  extend,
  type Language,
  type Limit,
  pause,
  reset,
  resume,
  sameDay,
  startClock,
  stop,
} from '../../calendar/index.ts';
import { buildCalendar, local, officeWeek } from '../support/build-calendar.ts';

const calendar = buildCalendar();
const sum = (receivedAt: string, limit: Limit, language: Language = 'vi') =>
  dueDate({ calendar, receivedAt: local(receivedAt), limit, language }).explain.map(({ text }) => text);

describe('the sum of a due date, as a clerk repeats it with a paper calendar', () => {
  it('goes day by day and names the swapped Saturday with its source', () => {
    expect(sum('2026-08-20 09:00', { amount: 24, unit: 'working-hours' })).toEqual([
      'Bắt đầu tính từ 09:00 thứ Năm 20/08/2026.',
      'Thứ Năm 20/08/2026: 09:00–11:00, 13:00–17:00 = 6 giờ; cộng dồn 6 giờ.',
      'Thứ Sáu 21/08/2026: 07:00–11:00, 13:00–17:00 = 8 giờ; cộng dồn 14 giờ.',
      'Thứ Bảy 22/08/2026: làm việc bù (làm bù ngày 31/8; nguồn: nguồn mẫu), 07:00–11:00, 13:00–17:00 = 8 giờ; cộng dồn 22 giờ.',
      'Chủ nhật 23/08/2026: nghỉ hằng tuần, không tính.',
      'Thứ Hai 24/08/2026: 07:00–09:00 = 2 giờ; cộng dồn 24 giờ.',
      'Hết hạn: 09:00 thứ Hai 24/08/2026.',
    ]);
  });

  it('names every holiday it skips', () => {
    expect(sum('2026-08-28 16:00', { amount: 1, unit: 'working-days' })).toEqual([
      'Bắt đầu tính từ 16:00 thứ Sáu 28/08/2026.',
      'Thứ Sáu 28/08/2026: 16:00–17:00 = 1 giờ; cộng dồn 1 giờ.',
      'Từ thứ Bảy 29/08/2026 đến Chủ nhật 30/08/2026: nghỉ hằng tuần, không tính.',
      'Thứ Hai 31/08/2026: nghỉ hoán đổi (hoán đổi với ngày 22/8; nguồn: nguồn mẫu), không tính.',
      'Từ thứ Ba 01/09/2026 đến thứ Tư 02/09/2026: nghỉ lễ (Quốc khánh; nguồn: nguồn mẫu), không tính.',
      'Thứ Năm 03/09/2026: 07:00–11:00, 13:00–16:00 = 7 giờ; cộng dồn 8 giờ.',
      'Hết hạn: 16:00 thứ Năm 03/09/2026.',
    ]);
  });

  it('puts full days that follow each other on one line', () => {
    expect(sum('2026-06-10 10:00', { amount: 7, unit: 'working-days' }, 'en')).toEqual([
      'Counted from 10:00 on Wednesday 10/06/2026.',
      'Wednesday 10/06/2026: 10:00–11:00, 13:00–17:00 = 5 h; total 5 h.',
      'Thursday 11/06/2026 to Friday 12/06/2026: 2 working days = 16 h; total 21 h.',
      'Saturday 13/06/2026 to Sunday 14/06/2026: weekly day off, not counted.',
      'Monday 15/06/2026 to Thursday 18/06/2026: 4 working days = 32 h; total 53 h.',
      'Friday 19/06/2026: 07:00–10:00 = 3 h; total 56 h.',
      'Due: 10:00 on Friday 19/06/2026.',
    ]);
  });

  it('speaks of minutes where there are some', () => {
    expect(
      addWorking({ calendar, from: local('2026-06-10 16:15'), minutes: 60, language: 'vi' }).explain,
    ).toEqual([
      { at: local('2026-06-10 16:15'), text: 'Bắt đầu tính từ 16:15 thứ Tư 10/06/2026.' },
      { at: local('2026-06-10 16:15'), text: 'Thứ Tư 10/06/2026: 16:15–17:00 = 45 phút; cộng dồn 45 phút.' },
      { at: local('2026-06-11 07:00'), text: 'Thứ Năm 11/06/2026: 07:00–07:15 = 15 phút; cộng dồn 1 giờ.' },
      { at: local('2026-06-11 07:15'), text: 'Hết hạn: 07:15 thứ Năm 11/06/2026.' },
    ]);
  });

  it('says it in Vietnamese too, and begins with an afternoon where the morning has ended', () => {
    expect(sum('2026-06-10 11:00', { amount: 21, unit: 'working-hours' })).toEqual([
      'Bắt đầu tính từ 11:00 thứ Tư 10/06/2026.',
      'Thứ Tư 10/06/2026: 13:00–17:00 = 4 giờ; cộng dồn 4 giờ.',
      'Từ thứ Năm 11/06/2026 đến thứ Sáu 12/06/2026: 2 ngày làm việc = 16 giờ; cộng dồn 20 giờ.',
      'Từ thứ Bảy 13/06/2026 đến Chủ nhật 14/06/2026: nghỉ hằng tuần, không tính.',
      'Thứ Hai 15/06/2026: 07:00–08:00 = 1 giờ; cộng dồn 21 giờ.',
      'Hết hạn: 08:00 thứ Hai 15/06/2026.',
    ]);
  });

  it('says it in English, with hours, minutes and what is special about a day', () => {
    const from = local('2026-08-21 15:30');
    const { explain } = addWorking({ calendar, from, minutes: 105, language: 'en' });
    const swapped = addWorking({ calendar, from, minutes: 600, language: 'en' }).explain;

    expect(explain.map(({ text }) => text)).toEqual([
      'Counted from 15:30 on Friday 21/08/2026.',
      'Friday 21/08/2026: 15:30–17:00 = 1 h 30 min; total 1 h 30 min.',
      'Saturday 22/08/2026: swapped working day (làm bù ngày 31/8; source: nguồn mẫu), 07:00–07:15 = 15 min; total 1 h 45 min.',
      'Due: 07:15 on Saturday 22/08/2026.',
    ]);
    expect(swapped.map(({ text }) => text)).toContain('Sunday 23/08/2026: weekly day off, not counted.');
  });

  it.each([
    ['name', { name: 'ngày khác' }],
    ['kind', { kind: 'swap-off' as const }],
    ['source', { source: 'quyết định khác' }],
  ])('gives days off that differ in their %s a line each, like ones share one', (_, difference) => {
    const off = (date: string) => ({ date, name: 'nghỉ', kind: 'holiday' as const, source: 'quyết định' });
    const exceptions = [off('2026-06-10'), { ...off('2026-06-11'), ...difference }];
    const lines = (days: typeof exceptions) =>
      addWorking({
        calendar: compileCalendar({
          id: 'x',
          name: '',
          years: [{ year: 2026, week: officeWeek, exceptions: days }],
        }),
        from: local('2026-06-09 16:00'),
        minutes: 120,
        language: 'vi',
      }).explain.filter(({ at }) => at === undefined);

    expect(lines(exceptions)).toHaveLength(2);
    expect(lines([off('2026-06-10'), off('2026-06-11')])).toHaveLength(1);
  });

  it('leaves out a day on which nothing was left to count', () => {
    expect(sum('2026-06-10 17:00', { amount: 1, unit: 'working-hours' })[1]).toBe(
      'Thứ Năm 11/06/2026: 07:00–08:00 = 1 giờ; cộng dồn 1 giờ.',
    );
  });

  it('counts calendar days from the day after and moves on from days off (DL03)', () => {
    expect(sum('2026-04-17 10:00', { amount: 15, unit: 'calendar-days' })).toEqual([
      'Ngày đầu (thứ Sáu 17/04/2026) không tính; ngày thứ 15 là thứ Bảy 02/05/2026.',
      'Thứ Bảy 02/05/2026: nghỉ hằng tuần, chuyển sang ngày kế tiếp.',
      'Chủ nhật 03/05/2026: nghỉ hằng tuần, chuyển sang ngày kế tiếp.',
      'Hết hạn: 17:00 thứ Hai 04/05/2026.',
    ]);
    expect(sum('2026-04-17 10:00', { amount: 14, unit: 'calendar-days' }, 'en')).toEqual([
      'The first day (Friday 17/04/2026) is not counted; day 14 is Friday 01/05/2026.',
      'Friday 01/05/2026: public holiday (Quốc tế lao động; source: nguồn mẫu), moved to the next day.',
      'Saturday 02/05/2026: weekly day off, moved to the next day.',
      'Sunday 03/05/2026: weekly day off, moved to the next day.',
      'Due: 17:00 on Monday 04/05/2026.',
    ]);
  });

  it('is not written when nobody asks', () => {
    const limit = { amount: 1, unit: 'working-days' } as const;

    expect(dueDate({ calendar, receivedAt: local('2026-06-10 09:00'), limit }).explain).toEqual([]);
    expect(addCalendarDays({ calendar, from: local('2026-06-10 09:00'), days: 1 }).explain).toEqual([]);
    expect(sameDay({ calendar, from: local('2026-06-10 09:00') }).explain).toEqual([]);
  });
});

describe('the story of a dossier’s clock', () => {
  const act = (at: string, reason = '') => ({ at: local(at), reason, actor: 'motcua', calendar });
  const limit = { amount: 3, unit: 'working-days' } as const;
  const story = (language: Language, withDays = false) => {
    const started = startClock({ ...act('2026-06-08 09:00'), limit });
    const paused = pause(started, { ...act('2026-06-09 09:00', 'thiếu bản vẽ'), cause: 'supplement' });
    const resumed = resume(paused, act('2026-06-15 14:00'));
    const longer = extend(resumed, {
      ...act('2026-06-16 09:00', 'chờ ý kiến'),
      dueAt: local('2026-06-19 14:00'),
    });
    const clock = stop(longer, act('2026-06-19 09:00'));
    return explainClock({ clock, language, ...(withDays && { calendar }) });
  };

  it('tells every change, and the due date that holds now', () => {
    expect(story('vi').map(({ text }) => text)).toEqual([
      'Bắt đầu tính thời hạn lúc 09:00 thứ Hai 08/06/2026.',
      'Tạm dừng tính thời hạn lúc 09:00 thứ Ba 09/06/2026 (chờ bổ sung hồ sơ). Lý do: thiếu bản vẽ.',
      'Tính lại thời hạn từ đầu lúc 14:00 thứ Hai 15/06/2026 (sau khi chờ bổ sung hồ sơ); hẹn trả chuyển từ 09:00 thứ Năm 11/06/2026 sang 14:00 thứ Năm 18/06/2026.',
      'Gia hạn lúc 09:00 thứ Ba 16/06/2026; hẹn trả chuyển từ 14:00 thứ Năm 18/06/2026 sang 14:00 thứ Sáu 19/06/2026. Lý do: chờ ý kiến.',
      'Kết thúc tính thời hạn lúc 09:00 thứ Sáu 19/06/2026.',
      'Ngày hẹn trả hiện tại: 14:00 thứ Sáu 19/06/2026 (ban đầu: 09:00 thứ Năm 11/06/2026).',
    ]);
  });

  it('tells it in English', () => {
    const lines = story('en').map(({ text }) => text);

    expect(lines[1]).toBe(
      'Clock paused at 09:00 on Tuesday 09/06/2026 (waiting for a supplement). Reason: thiếu bản vẽ.',
    );
    expect(lines[3]).toBe(
      'Extended at 09:00 on Tuesday 16/06/2026; due moved from 14:00 on Thursday 18/06/2026 to 14:00 on Friday 19/06/2026. Reason: chờ ý kiến.',
    );
    expect(lines.at(-1)).toBe(
      'Current due date: 14:00 on Friday 19/06/2026 (originally 09:00 on Thursday 11/06/2026).',
    );
  });

  it('says what was counted anew, and ends its reasons with one full stop', () => {
    const started = startClock({ ...act('2026-06-08 09:00', 'đủ hồ sơ. Mã 1.2...'), limit });
    const clock = reset(started, act('2026-06-10 17:30', 'tính nhầm.'));
    const lines = explainClock({ clock, calendar, language: 'vi' }).map(({ text }) => text);

    expect(lines[0]).toBe('Bắt đầu tính thời hạn lúc 09:00 thứ Hai 08/06/2026. Lý do: đủ hồ sơ. Mã 1.2.');
    expect(lines).toContain(
      'Tính lại thời hạn từ đầu lúc 17:30 thứ Tư 10/06/2026; hẹn trả chuyển từ 09:00 thứ Năm 11/06/2026 sang 17:00 thứ Hai 15/06/2026. Lý do: tính nhầm.',
    );
    expect(lines).toContain('Bắt đầu tính từ 07:00 thứ Năm 11/06/2026.');
  });

  it.each([
    ['vi', 'Ngày hẹn trả hiện tại: 09:00 thứ Năm 11/06/2026.'],
    ['en', 'Current due date: 09:00 on Thursday 11/06/2026.'],
  ] as const)('says in %s nothing of a due date that never moved', (language, last) => {
    const started = startClock({ ...act('2026-06-08 09:00'), limit });
    const paused = pause(started, { ...act('2026-06-08 18:00'), cause: 'payment' });
    const clock = resume(paused, act('2026-06-09 06:00'));
    const lines = explainClock({ clock, calendar, language }).map(({ text }) => text);

    expect(lines.at(-1)).toBe(last);
    expect(lines.at(-3)).toMatch(language === 'vi' ? /nghĩa vụ tài chính\)\.$/ : /waiting for payment\)\.$/);
  });

  it('writes each count out day by day when it is given the calendar', () => {
    const lines = story('vi', true).map(({ text }) => text);

    expect(lines.filter((line) => line.startsWith('Bắt đầu tính từ'))).toEqual([
      'Bắt đầu tính từ 09:00 thứ Hai 08/06/2026.',
      'Bắt đầu tính từ 14:00 thứ Hai 15/06/2026.',
    ]);
    expect(lines).toContain('Hết hạn: 14:00 thứ Năm 18/06/2026.');
  });

  it('counts a late online filing from the morning after, where the office is still open too (DL06)', () => {
    const longDays = buildCalendar({
      week: { '3': [{ from: '08:00', to: '18:00' }], '4': [{ from: '08:00', to: '18:00' }] },
    });
    const clock = startClock({ ...act('2026-06-10 17:30'), calendar: longDays, limit, channel: 'online' });
    const lines = explainClock({ clock, calendar: longDays, language: 'vi' }).map(({ text }) => text);

    expect(lines).toContain('Bắt đầu tính từ 08:00 thứ Năm 11/06/2026.');
    expect(lines).toContain('Hết hạn: 12:00 thứ Năm 18/06/2026.');
  });

  it('adds the working time waited to the due date, written out day by day (DL15)', () => {
    const policy = { ...DEFAULT_CLOCK_POLICY, supplement: 'shift' as const };
    const started = startClock({ ...act('2026-06-08 09:00'), limit, policy });
    const paused = pause(started, { ...act('2026-06-09 16:00'), cause: 'supplement' });
    const lines = explainClock({ clock: resume(paused, act('2026-06-11 08:00')), calendar, language: 'vi' });

    expect(lines.slice(lines.findIndex(({ text }) => text.startsWith('Tiếp tục'))).map(texts)).toEqual([
      'Tiếp tục tính thời hạn lúc 08:00 thứ Năm 11/06/2026 (sau khi chờ bổ sung hồ sơ); hẹn trả chuyển từ 09:00 thứ Năm 11/06/2026 sang 11:00 thứ Sáu 12/06/2026.',
      'Thứ Ba 09/06/2026: 16:00–17:00 = 1 giờ; cộng dồn 1 giờ.',
      'Thứ Tư 10/06/2026: 07:00–11:00, 13:00–17:00 = 8 giờ; cộng dồn 9 giờ.',
      'Thứ Năm 11/06/2026: 07:00–08:00 = 1 giờ; cộng dồn 10 giờ.',
      'Đã chờ 10 giờ làm việc, cộng thêm vào ngày hẹn trả.',
      'Bắt đầu tính từ 09:00 thứ Năm 11/06/2026.',
      'Thứ Năm 11/06/2026: 09:00–11:00, 13:00–17:00 = 6 giờ; cộng dồn 6 giờ.',
      'Thứ Sáu 12/06/2026: 07:00–11:00 = 4 giờ; cộng dồn 10 giờ.',
      'Hết hạn: 11:00 thứ Sáu 12/06/2026.',
      'Ngày hẹn trả hiện tại: 11:00 thứ Sáu 12/06/2026 (ban đầu: 09:00 thứ Năm 11/06/2026).',
    ]);
  });

  it('adds calendar days waited to the limit and counts the whole again, once a day off moved it on (DL03, DL17)', () => {
    const calendarDays = { amount: 15, unit: 'calendar-days' } as const;
    const started = startClock({ ...act('2026-06-11 08:00'), limit: calendarDays });
    const rested = pause(started, { ...act('2026-06-11 08:00'), cause: 'suspension' });
    const running = resume(rested, act('2026-06-13 08:00'));
    const unpaid = pause(running, { ...act('2026-06-13 08:00'), cause: 'payment' });
    const lines = explainClock({ clock: resume(unpaid, act('2026-06-14 08:00')), calendar, language: 'vi' });

    expect(lines.slice(4).map(texts)).toEqual([
      'Tiếp tục tính thời hạn lúc 08:00 thứ Bảy 13/06/2026 (sau khi tạm dừng xử lý); hẹn trả chuyển từ 17:00 thứ Sáu 26/06/2026 sang 17:00 thứ Hai 29/06/2026.',
      'Đã chờ 2 ngày, cộng thêm vào thời hạn: 15 + 2 = 17 ngày.',
      'Ngày đầu (thứ Năm 11/06/2026) không tính; ngày thứ 17 là Chủ nhật 28/06/2026.',
      'Chủ nhật 28/06/2026: nghỉ hằng tuần, chuyển sang ngày kế tiếp.',
      'Hết hạn: 17:00 thứ Hai 29/06/2026.',
      'Tạm dừng tính thời hạn lúc 08:00 thứ Bảy 13/06/2026 (chờ thực hiện nghĩa vụ tài chính).',
      'Tiếp tục tính thời hạn lúc 08:00 Chủ nhật 14/06/2026 (sau khi chờ thực hiện nghĩa vụ tài chính).',
      'Đã chờ 1 ngày, cộng thêm vào thời hạn: 17 + 1 = 18 ngày.',
      'Ngày đầu (thứ Năm 11/06/2026) không tính; ngày thứ 18 là thứ Hai 29/06/2026.',
      'Hết hạn: 17:00 thứ Hai 29/06/2026.',
      'Ngày hẹn trả hiện tại: 17:00 thứ Hai 29/06/2026 (ban đầu: 17:00 thứ Sáu 26/06/2026).',
    ]);
  });

  it('passes over the days off of a wait, and says it in English', () => {
    const started = startClock({ ...act('2026-06-11 08:00'), limit });
    const rested = pause(started, { ...act('2026-06-12 16:00'), cause: 'payment' });
    const lines = explainClock({ clock: resume(rested, act('2026-06-15 08:00')), calendar, language: 'en' });

    expect(lines.slice(-8).map(texts)).toEqual([
      'Friday 12/06/2026: 16:00–17:00 = 1 h; total 1 h.',
      'Saturday 13/06/2026 to Sunday 14/06/2026: weekly day off, not counted.',
      'Monday 15/06/2026: 07:00–08:00 = 1 h; total 2 h.',
      'A wait of 2 h of working time is added to the due date.',
      'Counted from 08:00 on Tuesday 16/06/2026.',
      'Tuesday 16/06/2026: 08:00–10:00 = 2 h; total 2 h.',
      'Due: 10:00 on Tuesday 16/06/2026.',
      'Current due date: 10:00 on Tuesday 16/06/2026 (originally 08:00 on Tuesday 16/06/2026).',
    ]);
  });

  it('takes a late filing online for late only at its start, not when work goes on (DL06, DL14)', () => {
    const longDays = buildCalendar({
      week: { '3': [{ from: '08:00', to: '18:00' }], '4': [{ from: '08:00', to: '18:00' }] },
    });
    const at = (moment: string) => ({ ...act(moment), calendar: longDays });
    const started = startClock({ ...at('2026-06-10 09:00'), limit, channel: 'online' });
    const rested = pause(started, { ...at('2026-06-10 10:00'), cause: 'supplement' });
    const clock = resume(rested, at('2026-06-10 17:30'));
    const lines = explainClock({ clock, calendar: longDays, language: 'vi' });

    expect(lines.map(texts)).toContain('Bắt đầu tính từ 17:30 thứ Tư 10/06/2026.');
  });

  it('counts a wait after an extension against the days that the extension granted', () => {
    const calendarDays = { amount: 15, unit: 'calendar-days' } as const;
    const started = startClock({ ...act('2026-06-08 08:00'), limit: calendarDays });
    const longer = extend(started, { ...act('2026-06-09 08:00'), dueAt: local('2026-06-26 17:00') });
    const rested = pause(longer, { ...act('2026-06-10 08:00'), cause: 'suspension' });
    const lines = explainClock({ clock: resume(rested, act('2026-06-11 08:00')), calendar, language: 'en' });

    expect(lines.map(texts)).toContain('A wait of 1 day(s) is added to the limit: 18 + 1 = 19 days.');
    expect(lines.at(-1)!.text).toContain('17:00 on Monday 29/06/2026');
  });

  it.each([
    [{ amount: 3, unit: 'working-days' } as const, '2026-06-12 17:00', '2026-06-15 07:00'],
    [{ amount: 15, unit: 'calendar-days' } as const, '2026-06-12 09:00', '2026-06-12 16:00'],
  ])('says that nothing was waited that counts for %j', (ofLimit, from, to) => {
    const started = startClock({ ...act('2026-06-12 08:00'), limit: ofLimit });
    const rested = pause(started, { ...act(from), cause: 'suspension' });
    const lines = explainClock({ clock: resume(rested, act(to)), calendar, language: 'vi' });

    expect(lines.at(-2)!.text).toBe('Không có thời gian chờ phải cộng thêm; ngày hẹn trả giữ nguyên.');
  });

  it('sums a same-day procedure up from when it went on (DL09)', () => {
    const started = startClock({ ...act('2026-06-11 08:00'), limit: { amount: 1, unit: 'same-day' } });
    const rested = pause(started, { ...act('2026-06-11 09:00'), cause: 'suspension' });
    const tomorrow = explainClock({
      clock: resume(rested, act('2026-06-12 09:00')),
      calendar,
      language: 'vi',
    });
    const today = explainClock({ clock: resume(rested, act('2026-06-11 10:00')), calendar, language: 'vi' });

    expect(tomorrow.map(texts)).toContain(
      'Tiếp nhận lúc 09:00 thứ Sáu 12/06/2026, không quá 15:00: trả trong ngày làm việc.',
    );
    expect(today.at(-2)!.text).toMatch(/^Tiếp tục tính thời hạn/);
  });

  it('says of a result found wrong only that the clock runs on', () => {
    const started = startClock({ ...act('2026-06-08 09:00'), limit });
    const change = { at: local('2026-06-10 09:00'), what: 'resume' as const, reason: 'sai tên', actor: 'x' };
    const clock = { ...started, changes: [...started.changes, change] };
    const lines = explainClock({ clock, calendar, language: 'vi' });

    expect(lines.at(-2)!.text).toBe('Tiếp tục tính thời hạn lúc 09:00 thứ Tư 10/06/2026. Lý do: sai tên.');
  });
});

const texts = ({ text }: { text: string }): string => text;
