import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../designer/process/panel/step-duration.ts';

describe('the time of a step, as its owner says it', () => {
  it.each([
    ['PT4H', { amount: 4, unit: 'hours' }],
    ['P10D', { amount: 10, unit: 'days' }],
    ['PT0.5H', { amount: 0.5, unit: 'hours' }],
  ] as const)('reads %s', (iso, spoken) => {
    expect(parseDuration(iso)).toEqual(spoken);
  });

  it('leaves alone what it cannot show', () => {
    expect(parseDuration('P1M')).toBeUndefined();
    expect(parseDuration('=form.limit')).toBeUndefined();
  });

  it('writes half days as hours of an 8-hour day', () => {
    expect(formatDuration({ amount: 0.5, unit: 'days' })).toBe('PT4H');
    expect(formatDuration({ amount: 0.25, unit: 'days' })).toBe('PT2H');
  });

  it('reads back whatever it wrote, as the same number of hours', () => {
    const spoken = fc.record({
      amount: fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4),
      unit: fc.constantFrom('hours' as const, 'days' as const),
    });
    const hours = ({ amount, unit }: { amount: number; unit: 'hours' | 'days' }) =>
      unit === 'days' ? amount * 8 : amount;
    fc.assert(
      fc.property(spoken, (duration) => {
        expect(hours(parseDuration(formatDuration(duration))!)).toBe(hours(duration));
      }),
    );
  });
});
