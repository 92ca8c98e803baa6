import { useQuery } from '@tanstack/react-query';
import { type CompiledCalendar, compileCalendar } from '../../calendar/index.ts';
import type { CalendarYear } from '../../server/contract/calendar.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';

/** The house's calendar of the given years; a year nobody has entered is left out, and said when it is needed. */
export function useTrialCalendar(years: number[]): { calendar?: CompiledCalendar; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['calendar', 'compiled', ...years],
    queryFn: async () => {
      const entered = (await Promise.all(years.map(yearOrNothing))).filter((year) => year !== undefined);
      return compileCalendar({ id: 'trial', name: 'trial', years: entered });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { ...(data ? { calendar: data } : {}), error };
}

async function yearOrNothing(year: number): Promise<CalendarYear | undefined> {
  try {
    return await api.get<CalendarYear>('/calendar', { query: { year } });
  } catch (error) {
    if (isProblem(error) && error.status === 404) return undefined;
    throw error;
  }
}
