import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Compiled } from '../../engine/types.ts';
import type { Unit } from '../../server/contract/access.ts';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { compareTable } from '../../server/contract/step-table/compare-table.ts';
import type { ApprovedTable, TableDifference } from '../../server/contract/step-table/step-table.ts';
import { api } from '../../ui/api/client.ts';

interface Compared {
  approved: ApprovedTable | undefined;
  compiled: Compiled | undefined;
  procedure: Procedure | undefined;
}

/** Where what is drawn is not what was approved; undefined without an approved table, or a process to compare. */
export function useTableDifferences({
  approved,
  compiled,
  procedure,
}: Compared): TableDifference[] | undefined {
  const { data: units } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units', { query: { limit: 200 } }),
  });
  return useMemo(
    () =>
      approved && compiled?.process
        ? compareTable(approved.steps, compiled.process, {
            units: units?.items ?? [],
            competent: procedure?.unit,
          })
        : undefined,
    [approved, compiled, procedure, units],
  );
}
