import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  addWorking,
  type CalendarException,
  type CalendarYear,
  compileCalendar,
  isWorkingDay,
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
