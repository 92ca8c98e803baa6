/** What the inbox shows, kept in the address so that it survives reload, back and sharing. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Urgency } from '../../server/contract/tasks.ts';

export const SCOPES = ['mine', 'unit', 'claimable'] as const;
export type Scope = (typeof SCOPES)[number];

export interface TaskFilter {
  scope: Scope;
  due?: Urgency;
  procedure?: string;
  q?: string;
}

export function useTaskFilter(): [TaskFilter, (change: Partial<TaskFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo<TaskFilter>(
    () => ({
      scope: SCOPES.find((scope) => scope === search.get('scope')) ?? 'mine',
      due: (search.get('due') as Urgency | null) ?? undefined,
      procedure: search.get('procedure') ?? undefined,
      q: search.get('q') ?? undefined,
    }),
    [search],
  );
  const change = useCallback(
    (changes: Partial<TaskFilter>) => {
      const kept = Object.entries({ ...filter, ...changes }).filter(([, value]) => value);
      setSearch(new URLSearchParams(kept as [string, string][]), { replace: true });
    },
    [filter, setSearch],
  );
  return [filter, change];
}
