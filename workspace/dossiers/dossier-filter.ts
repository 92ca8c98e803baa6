/** What the list of dossiers shows, kept in the address. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

const NAMES = ['q', 'procedure', 'status', 'from', 'to', 'overdue'] as const;
export type DossierFilter = Partial<Record<(typeof NAMES)[number], string>>;

export function useDossierFilter(): [DossierFilter, (change: DossierFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo<DossierFilter>(
    () => Object.fromEntries(NAMES.map((name) => [name, search.get(name) ?? undefined])),
    [search],
  );
  const change = useCallback(
    (changes: DossierFilter) => {
      const kept = Object.entries({ ...filter, ...changes }).filter(([, value]) => value);
      setSearch(new URLSearchParams(kept as [string, string][]), { replace: true });
    },
    [filter, setSearch],
  );
  return [filter, change];
}
