import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  addWorking,
  type CalendarException,
  type CalendarYear,
  compileCalendar,
  isWorkingDay,
  subtractWorking,
  workingBetween,
} from '../../calendar/index.ts';
import { buildCalendar, local, officeWeek } from '../support/build-calendar.ts';

const year = (
  year: number,
  exceptions: CalendarException[] = [],
  rest: Partial<CalendarYear> = {},
): CalendarYear => ({
  year,
  week: officeWeek,
  exceptions,
  ...rest,
});
const compile = (...years: CalendarYear[]) => compileCalendar({ id: 'mau', name: 'Lịch mẫu', years });
const exception = (
  date: string,
  kind: CalendarException['kind'],
  opening?: CalendarException['opening'],
) => ({
  date,
  name: 'ngày mẫu',
  kind,
  source: '',
  opening,
});
const minutesOf = (calendar: ReturnType<typeof compile>, day: string) =>
  workingBetween({ calendar, from: local(`${day} 00:00`), to: local(`${day} 23:59`) });
const missing = (year: number) => expect.objectContaining({ code: 'calendar.year-missing', year });

describe('days that differ from their week', () => {
  it.each([
    ['holiday', 0],
    ['compensation', 0],
    ['swap-off', 0],
    ['swap-work', 480],
  ] as const)('a %s has %d working minutes on a Saturday', (kind, minutes) => {
    expect(minutesOf(compile(year(2026, [exception('2026-06-13', kind)])), '2026-06-13')).toBe(minutes);
  });

  it('a half day off keeps its morning, and a swapped Saturday may have hours of its own', () => {
    const morning = [{ from: '07:00', to: '11:00' }];
    const calendar = compile(
      year(2026, [
        exception('2026-06-10', 'holiday', morning),
        exception('2026-06-13', 'swap-work', morning),
      ]),
    );

    expect(minutesOf(calendar, '2026-06-10')).toBe(240);
    expect(minutesOf(calendar, '2026-06-13')).toBe(240);
  });

  it('office hours that change within the year hold from their day on', () => {
    const short = { ...officeWeek, '4': [{ from: '08:00', to: '12:00' }] };
    const calendar = compile(year(2026, [], { weekChanges: [{ from: '2026-07-02', week: short }] }));

    expect(minutesOf(calendar, '2026-06-25')).toBe(480);
    expect(minutesOf(calendar, '2026-07-02')).toBe(240);
    expect(minutesOf(calendar, '2026-12-31')).toBe(240);
  });

  it('openings may be entered in any order', () => {
    const week = {
      '3': [
        { from: '13:00', to: '17:00' },
        { from: '07:00', to: '11:00' },
      ],
    };

    expect(
      addWorking({
        calendar: compile(year(2026, [], { week })),
        from: local('2026-06-10 08:00'),
        minutes: 240,
      }).at,
    ).toBe(local('2026-06-10 14:00'));
  });
});

describe('the years and hours of a calendar', () => {
  it('may be entered in any order', () => {
    const calendar = compile(year(2027), year(2025), year(2026));

    expect(calendar.missingYears).toEqual([]);
    expect(isWorkingDay(calendar, '2025-01-01')).toBe(true);
    expect(addWorking({ calendar, from: local('2026-12-31 16:00'), minutes: 120 }).at).toBe(
      local('2027-01-01 08:00'),
    );
  });

  it('hold from their day on, however the changes within the year were entered', () => {
    const hours = (from: string, to: string) => ({ ...officeWeek, '3': [{ from, to }] });
    const weekChanges = [
      { from: '2026-07-01', week: hours('08:00', '10:00') },
      { from: '2026-03-04', week: hours('08:00', '09:00') },
    ];
    const calendar = compile(year(2026, [], { weekChanges }));

    expect(
      ['2026-02-25', '2026-03-04', '2026-06-24', '2026-07-01'].map((day) => minutesOf(calendar, day)),
    ).toEqual([480, 60, 60, 120]);
  });

  it('of a swapped working day are those of the first day of the week that works', () => {
    const week = { '2': [{ from: '08:00', to: '11:00' }], '3': officeWeek['3']! };
    const swapped = compile(year(2026, [exception('2026-06-13', 'swap-work')], { week }));
    const idle = compile(year(2026, [exception('2026-06-13', 'swap-work')], { week: {} }));

    expect(minutesOf(swapped, '2026-06-13')).toBe(180);
    expect(minutesOf(idle, '2026-06-13')).toBe(0);
  });

  it('may follow each other without a break, and last until midnight', () => {
    const week = {
      '3': [
        { from: '07:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
    };
    const calendar = compile(year(2026, [], { week }));

    expect(addWorking({ calendar, from: local('2026-06-10 07:00'), minutes: 17 * 60 }).at).toBe(
      local('2026-06-11 00:00'),
    );
  });
});

describe('working time that fills an opening', () => {
  const calendar = buildCalendar();

  it('ends at its close, not at the next opening', () => {
    expect(addWorking({ calendar, from: local('2026-06-10 07:00'), minutes: 240 }).at).toBe(
      local('2026-06-10 11:00'),
    );
    expect(addWorking({ calendar, from: local('2026-06-10 07:00'), minutes: 480 }).at).toBe(
      local('2026-06-10 17:00'),
    );
  });

  it.each([
    ['on a day off is the close of the working day before', '2026-06-13 09:00', '2026-06-12 17:00'],
    ['after a row of days off too', '2026-02-22 09:00', '2026-02-13 17:00'],
    ['on a working day is the moment itself', '2026-06-10 09:00', '2026-06-10 09:00'],
    ['at the very first day, which is a day off, is its beginning', '2026-01-01 09:00', '2026-01-01 00:00'],
  ])('none of it taken away %s', (_, from, expected) => {
    expect(subtractWorking({ calendar, from: local(from), minutes: 0 })).toBe(local(expected));
  });
});

describe('a year that was not entered', () => {
  it('is said by every question that touches it', () => {
    const calendar = compile(year(2026));

    expect(() => isWorkingDay(calendar, '2025-12-31')).toThrow(missing(2025));
    expect(() => isWorkingDay(calendar, '2027-01-01')).toThrow(missing(2027));
    expect(() => addCalendarDays({ calendar, from: local('2026-12-30 09:00'), days: 2 })).toThrow(
      missing(2027),
    );
    expect(() => addWorking({ calendar, from: local('2026-12-31 16:00'), minutes: 61 })).toThrow(
      missing(2027),
    );
    expect(() =>
      workingBetween({ calendar, from: local('2026-12-31 16:00'), to: local('2027-01-04 08:00') }),
    ).toThrow(missing(2027));
  });

  it('is said when it lies between two that were', () => {
    const calendar = compile(year(2025), year(2027));

    expect(() => addWorking({ calendar, from: local('2025-12-31 16:00'), minutes: 120 })).toThrow(
      missing(2026),
    );
    expect(() =>
      workingBetween({ calendar, from: local('2025-12-31 16:00'), to: local('2027-01-04 08:00') }),
    ).toThrow(missing(2026));
  });

  it('does not stand in the way of sums that do not touch it', () => {
    const calendar = compile(year(2024), year(2026), year(2027), year(2029));
    const between = (from: string, to: string) => () =>
      workingBetween({ calendar, from: local(`${from} 09:00`), to: local(`${to} 09:00`) });

    expect(calendar.missingYears).toEqual([2025, 2028]);
    expect(between('2026-12-31', '2027-01-04')).not.toThrow();
    expect(between('2024-12-31', '2024-12-30')).not.toThrow();
    expect(between('2024-12-31', '2026-01-05')).toThrow(missing(2025));
    expect(between('2027-12-31', '2029-01-05')).toThrow(missing(2028));
  });

  it('is named with its calendar', () => {
    const calendar = compile(year(2026));

    expect(() => isWorkingDay(calendar, '2027-01-01')).toThrow(
      expect.objectContaining({
        name: 'CalendarYearMissing',
        message: 'The calendar mau has no data for 2027',
      }),
    );
  });

  it('is not needed by a sum that ends with the old year', () => {
    const calendar = compile(year(2026));

    expect(addWorking({ calendar, from: local('2026-12-31 15:00'), minutes: 120 }).at).toBe(
      local('2026-12-31 17:00'),
    );
  });
});

describe('data that contradict themselves', () => {
  it.each([
    ['no year', () => compile()],
    ['an exception of another year', () => compile(year(2026, [exception('2027-01-01', 'holiday')]))],
    [
      'two entries for a day',
      () => compile(year(2026, [exception('2026-01-01', 'holiday'), exception('2026-01-01', 'swap-off')])),
    ],
    ['a day that does not exist', () => compile(year(2026, [exception('2026-02-30', 'holiday')]))],
    [
      'an opening that ends first',
      () => compile(year(2026, [], { week: { '1': [{ from: '11:00', to: '07:00' }] } })),
    ],
    [
      'an opening of no time',
      () => compile(year(2026, [], { week: { '1': [{ from: '11:00', to: '11:00' }] } })),
    ],
    [
      'openings that overlap',
      () =>
        compile(
          year(2026, [], {
            week: {
              '1': [
                { from: '07:00', to: '11:00' },
                { from: '10:00', to: '12:00' },
              ],
            },
          }),
        ),
    ],
    [
      'an opening past midnight',
      () => compile(year(2026, [], { week: { '1': [{ from: '20:00', to: '24:30' }] } })),
    ],
  ])('%s is refused', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d working minutes are refused', (minutes) => {
    const calendar = buildCalendar();
    const from = local('2026-06-10 09:00');

    expect(() => addWorking({ calendar, from, minutes })).toThrow(RangeError);
    expect(() => addCalendarDays({ calendar, from, days: minutes })).toThrow(RangeError);
  });

  it.each([
    ['The calendar mau has no year', () => compile()],
    ['2027-01-01 is not a day of 2026', () => compile(year(2026, [exception('2027-01-01', 'holiday')]))],
    [
      '2026-01-01 has two entries',
      () => compile(year(2026, [exception('2026-01-01', 'holiday'), exception('2026-01-01', 'swap-off')])),
    ],
    [
      'Opening spans overlap or are empty',
      () => compile(year(2026, [], { week: { '1': [{ from: '11:00', to: '07:00' }] } })),
    ],
    [
      'Working minutes must not be negative',
      () => addWorking({ calendar: buildCalendar(), from: local('2026-06-10 09:00'), minutes: -1 }),
    ],
    [
      'Days must not be negative',
      () => addCalendarDays({ calendar: buildCalendar(), from: local('2026-06-10 09:00'), days: -1 }),
    ],
  ])('it is said what is wrong: %s', (message, act) => {
    expect(act).toThrow(new RangeError(message));
  });

  it('a text that is no instant is refused', () => {
    expect(() => addWorking({ calendar: buildCalendar(), from: 'hôm qua', minutes: 1 })).toThrow(RangeError);
  });
});

it('a part of a minute, and of a day, counts as a whole one', () => {
  const calendar = buildCalendar();
  const from = local('2026-06-10 09:00');

  expect(addWorking({ calendar, from, minutes: 0.5 }).at).toBe(local('2026-06-10 09:01'));
  expect(addCalendarDays({ calendar, from, days: 0.5 }).at).toBe(local('2026-06-11 17:00'));
});

it('works a due date out in well under fifty microseconds', () => {
  const calendar = buildCalendar();
  const from = local('2026-06-10 09:00');
  const round = () => {
    const startedAt = performance.now();
    for (let days = 0; days < 200; days += 1) addWorking({ calendar, from, minutes: 17 * 480 + days });
    return (performance.now() - startedAt) / 200;
  };

  // The best of ten rounds: what the code needs, whatever else the machine does meanwhile.
  expect(Math.min(...Array.from({ length: 10 }, round))).toBeLessThan(0.05);
});
