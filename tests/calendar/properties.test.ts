import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addCalendarDays,
  addWorking,
  effectiveReception,
  isWorkingDay,
  nextOpening,
  pause,
  resume,
  sameDay,
  startClock,
  subtractWorking,
  workingBetween,
} from '../../calendar/index.ts';
import { buildCalendar, officeWeek } from '../support/build-calendar.ts';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
const saturdayMorning = { ...officeWeek, '6': [{ from: '07:30', to: '11:30' }] };
const calendars = {
  office: buildCalendar({ years: YEARS }),
  saturdayCounter: buildCalendar({ years: YEARS, week: saturdayMorning }),
};
const calendar = calendars.office;

const FIRST = Date.parse('2025-01-01T00:00:00+07:00');
const LAST = Date.parse('2031-01-01T00:00:00+07:00');
/** every minute of 2025 to 2030; sums may run on into 2031 */
const instant = fc
  .integer({ min: 0, max: (LAST - FIRST) / 60_000 })
  .map((minute) => new Date(FIRST + minute * 60_000).toISOString());
const minutes = fc.integer({ min: 0, max: 60 * 8 * 60 });
const anyCalendar = fc.constantFrom('office' as const, 'saturdayCounter' as const);
const localDay = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
const act = { reason: '', actor: 'motcua' };

describe('working time, any moment of 2025 to 2030 (DL01, DL03-DL05)', () => {
  it('adding and then measuring gives back what was added', () => {
    fc.assert(
      fc.property(anyCalendar, instant, minutes, (which, from, minutes) => {
        const calendar = calendars[which];
        const to = addWorking({ calendar, from, minutes }).at;
        expect(workingBetween({ calendar, from, to })).toBe(minutes);
      }),
    );
  });

  it('adding in two parts is adding the whole', () => {
    fc.assert(
      fc.property(anyCalendar, instant, minutes, minutes, (which, from, first, second) => {
        const calendar = calendars[which];
        const half = addWorking({ calendar, from, minutes: first }).at;
        fc.pre(second > 0);
        expect(addWorking({ calendar, from: half, minutes: second }).at).toBe(
          addWorking({ calendar, from, minutes: first + second }).at,
        );
      }),
    );
  });

  it('taking away and then measuring gives back what was taken', () => {
    fc.assert(
      fc.property(anyCalendar, instant, minutes, (which, start, minutes) => {
        const calendar = calendars[which];
        const from = addWorking({ calendar, from: start, minutes }).at;
        const to = subtractWorking({ calendar, from, minutes });
        expect(workingBetween({ calendar, from: to, to: from })).toBe(minutes);
        expect(Date.parse(to)).toBeGreaterThanOrEqual(Date.parse(start));
      }),
    );
  });

  it('nothing is ever due on a day off', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instant,
        minutes,
        fc.integer({ min: 0, max: 60 }),
        (which, from, minutes, days) => {
          const calendar = calendars[which];
          const moments = [
            addWorking({ calendar, from, minutes }),
            addCalendarDays({ calendar, from, days }),
            sameDay({ calendar, from }),
            effectiveReception({ calendar, at: from, channel: 'online' }),
          ];
          for (const { at } of moments) {
            expect(isWorkingDay(calendar, localDay(at))).toBe(true);
          }
        },
      ),
    );
  });

  it('more time is never due earlier, and a later start neither', () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, minutes, minutes, (which, one, two, some, more) => {
        const calendar = calendars[which];
        const [early, late] = [one, two].sort();
        const due = (from: string, minutes: number) => addWorking({ calendar, from, minutes }).at;
        expect(due(early!, some) <= due(late!, some)).toBe(true);
        expect(due(one, some) <= due(one, some + more)).toBe(true);
        const days = Math.floor(some / 480);
        expect(
          addCalendarDays({ calendar, from: early!, days }).at <=
            addCalendarDays({ calendar, from: late!, days }).at,
        ).toBe(true);
      }),
    );
  });

  it('between two moments and back is nothing in sum', () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, (which, from, to) => {
        const calendar = calendars[which];
        expect(
          workingBetween({ calendar, from, to }) + workingBetween({ calendar, from: to, to: from }),
        ).toBe(0);
      }),
    );
  });

  it('the next opening has no working time before it, and is its own next opening', () => {
    fc.assert(
      fc.property(anyCalendar, instant, (which, at) => {
        const calendar = calendars[which];
        const opening = nextOpening({ calendar, at });
        expect(workingBetween({ calendar, from: at, to: opening })).toBe(0);
        expect(nextOpening({ calendar, at: opening })).toBe(opening);
      }),
    );
  });
});

describe('the clock of a dossier (DL17)', () => {
  const limit = fc.constantFrom(
    { amount: 15, unit: 'calendar-days' } as const,
    { amount: 17, unit: 'working-days' } as const,
    { amount: 20, unit: 'working-hours' } as const,
    { amount: 1, unit: 'same-day' } as const,
  );
  const cause = fc.constantFrom('payment' as const, 'suspension' as const);

  it('pausing and resuming without time between changes no due date', () => {
    fc.assert(
      fc.property(instant, limit, cause, minutes, (at, limit, cause, later) => {
        const clock = startClock({ calendar, limit, at, ...act });
        const when = addWorking({ calendar, from: at, minutes: later }).at;
        const again = resume(pause(clock, { at: when, cause, ...act }), { calendar, at: when, ...act });
        expect(again.dueAt).toBe(clock.dueAt);
        expect(again.state).toBe('running');
      }),
    );
  });

  it('a pause never makes it due earlier, and leaves the working time that was left', () => {
    fc.assert(
      fc.property(instant, cause, minutes, minutes, (at, cause, later, wait) => {
        const clock = startClock({ calendar, limit: { amount: 17, unit: 'working-days' }, at, ...act });
        const from = addWorking({ calendar, from: at, minutes: later }).at;
        const to = addWorking({ calendar, from, minutes: wait }).at;
        const again = resume(pause(clock, { at: from, cause, ...act }), { calendar, at: to, ...act });
        expect(again.dueAt >= clock.dueAt).toBe(true);
        expect(workingBetween({ calendar, from: to, to: again.dueAt })).toBe(
          workingBetween({ calendar, from, to: clock.dueAt }),
        );
      }),
    );
  });
});
