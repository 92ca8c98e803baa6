import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BulkRun } from '../../server/contract/bulk.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../api/client.ts';

/** While the server works, its progress is asked for. */
const ASK_EVERY_MS = 700;

interface Wanted {
  queryKey: readonly unknown[];
  kind: BulkRun['kind'];
  /** which of the newest hundred of this kind it is; the newest of all when absent */
  isWanted?: (run: BulkRun) => boolean;
}

/** The newest run in the background of a kind, null when there was none; asked again until it rests. */
export function useBulkRun({ queryKey, kind, isWanted }: Wanted) {
  const queries = useQueryClient();
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    queryKey,
    queryFn: async () => {
      const query = { kind, limit: isWanted ? 100 : 1 };
      const { items } = await api.get<Page<BulkRun>>('/bulk-runs', { query });
      return items.find((each) => isWanted?.(each) ?? true) ?? null;
    },
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? ASK_EVERY_MS : false),
  });
  return {
    run,
    error,
    refetch,
    /** still works, or waits for a person's decision: no other can be started */
    isOpen: Boolean(run && (run.state === 'previewed' || isWorking(run))),
    again: () => queries.invalidateQueries({ queryKey }),
  };
}

const isWorking = ({ state }: BulkRun): boolean => state === 'previewing' || state === 'applying';
