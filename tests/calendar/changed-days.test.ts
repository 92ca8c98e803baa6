import { describe, expect, it } from '@jest/globals';
import { type CalendarException, type CalendarYear, changedDays } from '../../calendar/index.ts';
import { officeWeek } from '../support/build-calendar.ts';

const year = (exceptions: CalendarException[] = [], week = officeWeek): CalendarYear => ({
  year: 2026,
  week,
  exceptions,
});
const on = (date: string, name: string, kind: CalendarException['kind'] = 'holiday') => ({
  date,
  name,
  kind,
  source: '',
});
const morning = [{ from: '07:00', to: '11:00' }];

describe('the days that a new version of a year changes', () => {
  it('are named in their order, with what they are now', () => {
    const before = year([
      on('2026-06-12', 'nghỉ bù', 'compensation'),
      on('2026-06-13', 'làm bù', 'swap-work'),
    ]);
    const after = year([
      on('2026-06-22', 'nghỉ thêm'),
      { ...on('2026-06-10', 'nghỉ chiều'), opening: morning },
    ]);

    expect(changedDays(before, after)).toEqual([
      { date: '2026-06-10', name: 'nghỉ chiều', change: 'hours' },
      // the name of what is no more
      { date: '2026-06-12', name: 'nghỉ bù', change: 'working' },
      { date: '2026-06-13', name: 'làm bù', change: 'off' },
      { date: '2026-06-22', name: 'nghỉ thêm', change: 'off' },
    ]);
  });

  it('bear the new name where both versions have one', () => {
    const before = year([on('2026-06-10', 'nghỉ lễ')]);
    const after = year([{ ...on('2026-06-10', 'nghỉ sáng'), opening: morning }]);

    expect(changedDays(before, after)).toEqual([
      { date: '2026-06-10', name: 'nghỉ sáng', change: 'working' },
    ]);
  });

  it('have no name where the weekly hours changed', () => {
    const after = year([], { ...officeWeek, '3': morning });

    const changed = changedDays(year(), after);

    expect(changed).toHaveLength(52);
    expect(changed[0]).toEqual({ date: '2026-01-07', name: '', change: 'hours' });
  });

  it('are found when as many hours lie elsewhere in the day', () => {
    const after = year([{ ...on('2026-06-10', 'ca chiều'), opening: [{ from: '07:00', to: '15:00' }] }]);

    expect(changedDays(year(), after)).toEqual([{ date: '2026-06-10', name: 'ca chiều', change: 'hours' }]);
  });

  it('are none where names alone differ', () => {
    const before = year([on('2026-06-10', 'nghỉ lễ')]);

    expect(changedDays(before, year([on('2026-06-10', 'ngày lễ', 'swap-off')]))).toEqual([]);
  });
});
