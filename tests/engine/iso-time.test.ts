import { describe, expect, it } from '@jest/globals';
import { parseCycle } from '../../engine/time/iso-cycle.ts';
import { addDuration, parseDuration, parseInstant } from '../../engine/time/iso-duration.ts';

const DAY = 86_400_000;
const none = { sign: 1, years: 0, months: 0, days: 0, milliseconds: 0 };

describe('a duration of ISO-8601', () => {
  it.each([
    ['P1Y', { years: 1 }],
    ['P3M', { months: 3 }],
    ['P2W', { days: 14 }],
    ['P1D', { days: 1 }],
    ['P1W2D', { days: 9 }],
    ['P1.5D', { days: 1, milliseconds: DAY / 2 }],
    ['P0,5W', { days: 3, milliseconds: DAY / 2 }],
    ['PT4H', { milliseconds: 4 * 3_600_000 }],
    ['PT30M', { milliseconds: 30 * 60_000 }],
    ['PT45S', { milliseconds: 45_000 }],
    ['PT0,5S', { milliseconds: 500 }],
    ['PT1H2M3.25S', { milliseconds: 3_723_250 }],
    ['P1Y2M3DT4H5M6S', { years: 1, months: 2, days: 3, milliseconds: 14_706_000 }],
    ['-P1D', { sign: -1, days: 1 }],
    ['+P1D', { days: 1 }],
    [' P10D ', { days: 10 }],
    ['P12D', { days: 12 }],
    ['PT10H', { milliseconds: 36_000_000 }],
    ['P10.25D', { days: 10, milliseconds: DAY / 4 }],
  ])('%s is read part by part', (text, parts) => {
    expect(parseDuration(text)).toEqual({ ...none, ...parts });
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '4h',
    'xP1D',
    'P1Dx',
    'P1.5Y',
    'P1.5M',
    'P1H',
    'PT1D',
    'P-1D',
    'P1',
    '1D',
    'PT4',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('an instant plus a duration', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2026-03-31T10:00:00Z', '-P1M', '2026-02-28T10:00:00.000Z'],
    ['2026-11-30T10:00:00Z', 'P3M', '2027-02-28T10:00:00.000Z'],
    ['2026-01-15T10:00:00Z', 'P1M', '2026-02-15T10:00:00.000Z'],
    ['2024-02-29T00:00:00Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2026-01-31T10:00:00Z', 'P1D', '2026-02-01T10:00:00.000Z'],
    ['2026-01-31T10:00:00Z', '-P1DT1H', '2026-01-30T09:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'P9000Y', '9999-12-31T23:59:59.999Z'],
    ['2026-01-01T00:00:00Z', '-P9000Y', '0000-01-01T00:00:00.000Z'],
  ])('%s + %s = %s', (from, duration, sum) => {
    expect(addDuration(from, parseDuration(duration)!)).toBe(sum);
  });
});

describe('a date or date-time of ISO-8601', () => {
  it.each([
    ['2026-04-17', '2026-04-17T00:00:00.000Z'],
    ['2026-04-17T08:30', '2026-04-17T08:30:00.000Z'],
    ['2026-04-17 08:30', '2026-04-17T08:30:00.000Z'],
    ['2026-04-17T08:30:15', '2026-04-17T08:30:15.000Z'],
    ['2026-04-17T08:30:15.250Z', '2026-04-17T08:30:15.250Z'],
    ['2026-04-17T08:30:15,25Z', '2026-04-17T08:30:15.250Z'],
    ['2026-04-17T08:30:15+07:00', '2026-04-17T01:30:15.000Z'],
    ['2026-04-17T08:30:15+0700', '2026-04-17T01:30:15.000Z'],
    ['2026-04-17T08:30-03:30', '2026-04-17T12:00:00.000Z'],
    [' 2026-04-17 ', '2026-04-17T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    'tomorrow',
    '2026-13-01',
    '2026-04-17T25:00',
    '17/04/2026',
    'x2026-04-17',
    '2026-04-17x',
    '2026-04-17T08:30:15.Z',
    '2026-04-17T08:30:15.aZ',
    '2026-04-17T08:30+7',
    '2026-04-17Z',
    '2026-4-17',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('a repeating interval of ISO-8601', () => {
  const day = { ...none, days: 1 };
  it.each([
    ['R3/P1D', { repetitions: 3, interval: day, iso: 'P1D' }],
    ['R12/P1D', { repetitions: 12, interval: day, iso: 'P1D' }],
    ['R/P1D', { interval: day, iso: 'P1D' }],
    ['P1D', { interval: day, iso: 'P1D' }],
    [' P1D ', { interval: day, iso: 'P1D' }],
    ['R/2026-01-05T00:00:00Z/P1D', { start: '2026-01-05T00:00:00.000Z', interval: day, iso: 'P1D' }],
    [
      'R3/2026-01-05/2026-01-06',
      {
        repetitions: 3,
        start: '2026-01-05T00:00:00.000Z',
        interval: { ...none, milliseconds: 86_400_000 },
        iso: 'PT86400S',
      },
    ],
    ['R5/P1D/2026-02-01', { repetitions: 5, interval: day, iso: 'P1D', end: '2026-02-01T00:00:00.000Z' }],
  ])('%s repeats', (text, cycle) => {
    expect(parseCycle(text)).toEqual(cycle);
  });

  it.each([
    '',
    'R3',
    'daily',
    'xR3/P1D',
    'R3x/P1D',
    'R3/P1D/P1D',
    'R3/2026-02-01/2026-01-05',
    'R3/2026-01-05/2026-01-05',
    'R3/2026-01-05',
    'R3/P1D/later',
    'R3/2026-01-05/P1D/2026-02-01',
  ])('%j does not', (text) => {
    expect(parseCycle(text)).toBeUndefined();
  });
});
