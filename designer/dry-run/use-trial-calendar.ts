import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CompiledCalendar, compileCalendar } from '../../calendar/index.ts';
import type { CalendarYear } from '../../server/contract/calendar.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';

/** The house's calendar of the given years; a year nobody has entered is left out, and said when it is needed. */
export function useTrialCalendar(years: number[]): { calendar?: CompiledCalendar; error: Error | null } {
  const { years: entered, error } = useCalendarYears(years);
  const calendar = useMemo(
    () => entered && compileCalendar({ id: 'trial', name: 'trial', years: entered }),
    [entered],
  );
  return { ...(calendar ? { calendar } : {}), error };
}

/** The years themselves, as they were entered. */
export function useCalendarYears(years: number[]): { years?: CalendarYear[]; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['calendar', 'years', ...years],
    queryFn: async () => (await Promise.all(years.map(yearOrNothing))).filter((year) => year !== undefined),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { ...(data ? { years: data } : {}), error };
}

async function yearOrNothing(year: number): Promise<CalendarYear | undefined> {
  try {
    return await api.get<CalendarYear>('/calendar', { query: { year } });
  } catch (error) {
    if (isProblem(error) && error.status === 404) return undefined;
    throw error;
  }
}
