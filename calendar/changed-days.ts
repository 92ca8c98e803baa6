/** What a new version of a year changes for those who count with it. */
import { compileCalendar, type DayPlan } from './compile-calendar.ts';
import { toDay } from './local-time.ts';
import type { CalendarYear, Day } from './types.ts';

export interface ChangedDay {
  date: Day;
  /** of the holiday or the swap; empty when only the weekly hours changed */
  name: string;
  /** no working day any more, a working day now, or other hours */
  change: 'off' | 'working' | 'hours';
}

/** The days of one year that work otherwise than before, in their order; new names alone change nothing. */
export function changedDays(before: CalendarYear, after: CalendarYear): ChangedDay[] {
  const [old, now] = [compiled(before), compiled(after)];
  return now.plans.flatMap((plan, index): ChangedDay[] => {
    const [was, is] = [old.plans[index]!, plan!];
    if (isSame(was, is)) return [];
    const name = is.exception?.name ?? was.exception?.name ?? '';
    return [{ date: toDay(now.firstDay + index), name, change: changeOf(was, is) }];
  });
}

const compiled = (year: CalendarYear) => compileCalendar({ id: 'year', name: '', years: [year] });

const isSame = (one: DayPlan, other: DayPlan): boolean => spansOf(one) === spansOf(other);
const spansOf = ({ spans }: DayPlan): string => spans.map((span) => span.join('-')).join();

function changeOf(was: DayPlan, is: DayPlan): ChangedDay['change'] {
  if (is.minutes === 0) return 'off';
  return was.minutes === 0 ? 'working' : 'hours';
}
