import { describe, expect, it } from '@jest/globals';
import { type CalendarException, proposeCompensation } from '../../calendar/index.ts';
import { holidays, officeWeek } from '../support/build-calendar.ts';

const propose = (year: number, exceptions: CalendarException[]) =>
  proposeCompensation({ year, week: officeWeek, exceptions }).map(({ date, kind }) => `${date} ${kind}`);
const without = (year: number, kind: CalendarException['kind']) =>
  holidays[year]!.filter((exception) => exception.kind !== kind);

describe('compensatory days off (Labour Code 2019 Art. 111.3)', () => {
  it('proposes Monday for a holiday on Sunday', () => {
    expect(propose(2026, without(2026, 'compensation'))).toEqual(['2026-04-27 compensation']);
  });

  it('proposes the next working days one after the other for a weekend within Tết', () => {
    expect(propose(2027, without(2027, 'compensation'))).toEqual([
      '2027-02-10 compensation',
      '2027-02-11 compensation',
      '2027-05-03 compensation',
    ]);
  });

  it('proposes nothing that is already entered', () => {
    expect(propose(2026, holidays[2026]!)).toEqual([]);
    expect(propose(2027, holidays[2027]!)).toEqual([]);
  });

  it('makes up for what is owed in the order of the days, however they were entered', () => {
    const exceptions = without(2027, 'compensation').reverse();

    expect(proposeCompensation({ year: 2027, week: officeWeek, exceptions }).map(({ name }) => name)).toEqual(
      ['Tết Âm lịch', 'Tết Âm lịch', 'Quốc tế lao động'],
    );
  });

  it('names the holiday and the article', () => {
    const exceptions = without(2026, 'compensation');

    expect(proposeCompensation({ year: 2026, week: officeWeek, exceptions })).toEqual([
      {
        date: '2026-04-27',
        name: 'Giỗ Tổ Hùng Vương',
        kind: 'compensation',
        source: 'Bộ luật Lao động 2019 Điều 111 khoản 3',
      },
    ]);
  });
});
