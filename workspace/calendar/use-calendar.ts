import { useQuery } from '@tanstack/react-query';
import type { CalendarChange, CalendarYear } from '../../server/contract/calendar.ts';
import type { Page } from '../../server/contract/common.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';

/** The general calendar of a year; null when nobody has entered it. */
export const useCalendarYear = (year: number) =>
  useQuery({
    queryKey: ['calendar', year],
    queryFn: async () => {
      try {
        return await api.get<CalendarYear>('/calendar', { query: { year } });
      } catch (thrown) {
        if (isProblem(thrown) && thrown.code === 'calendar.year-missing') return null;
        throw thrown;
      }
    },
  });

export const useCalendarChanges = () =>
  useQuery({
    queryKey: ['calendar', 'changes'],
    queryFn: async () =>
      (await api.get<Page<CalendarChange>>('/calendar/changes', { query: { limit: 10 } })).items,
  });
