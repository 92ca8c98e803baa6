import { describe, expect, it } from '@jest/globals';
import { stepDueAt, timerInstant, workingMinutes } from '../../calendar/index.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar();

describe('working durations of a model (DL01)', () => {
  it.each([
    ['PT4H', 240],
    ['P10D', 4800],
    ['P1DT4H', 720],
    ['P1W', 2400],
    ['PT30M', 30],
    ['PT90S', 1.5],
  ])('%s is %d working minutes', (iso, minutes) => {
    expect(workingMinutes(iso)).toBe(minutes);
  });

  it.each(['P1M', 'P1Y'])('%s is no working time', (iso) => {
    expect(() => workingMinutes(iso)).toThrow(new RangeError(`working time knows no months: ${iso}`));
  });

  it('a text that is no duration is refused', () => {
    expect(() => workingMinutes('ba ngày')).toThrow(RangeError);
  });
});

describe('when a step is due', () => {
  const due = (iso: string, counts: 'working' | 'calendar' | 'none', from = '2026-06-12 16:30') =>
    stepDueAt({ iso, counts }, { calendar, from: local(from) });

  it.each([
    ['PT4H', '2026-06-15 10:30'],
    ['P1D', '2026-06-15 16:30'],
    ['P7D', '2026-06-23 16:30'],
  ])('%s of working time after Friday 16:30', (iso, at) => {
    expect(due(iso, 'working')).toBe(local(at));
  });

  it('in calendar days ends at the close of a working day (DL03)', () => {
    expect(due('P1D', 'calendar')).toBe(local('2026-06-15 17:00'));
    expect(due('P12D', 'calendar')).toBe(local('2026-06-24 17:00'));
    expect(due('P1W', 'calendar')).toBe(local('2026-06-19 17:00'));
  });

  it('in calendar months or years is plain time, with days or without', () => {
    expect(due('P1M', 'calendar')).toBe(local('2026-07-12 16:30'));
    expect(due('P1M1D', 'calendar')).toBe(local('2026-07-13 16:30'));
    expect(due('P1Y1D', 'calendar')).toBe(local('2027-06-13 16:30'));
  });

  it('in calendar hours runs through the night', () => {
    expect(due('PT12H', 'calendar')).toBe(local('2026-06-13 04:30'));
    expect(due('P1DT1H', 'calendar')).toBe(local('2026-06-13 17:30'));
  });

  it('whose time is not counted has no due date (DL27)', () => {
    expect(due('PT0S', 'none')).toBeUndefined();
    expect(stepDueAt(undefined, { calendar, from: local('2026-06-12 16:30') })).toBeUndefined();
  });
});

it('a timer that names its moment fires then', () => {
  expect(timerInstant({ at: local('2026-06-13 09:00') }, calendar)).toBe(local('2026-06-13 09:00'));
});

it('a timer of no time at all fires at once', () => {
  expect(timerInstant({ calendar: 'PT0S', from: local('2026-06-13 09:00') }, calendar)).toBe(
    local('2026-06-13 09:00'),
  );
});
