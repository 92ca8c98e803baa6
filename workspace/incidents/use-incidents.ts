import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Page } from '../../server/contract/common.ts';
import type { HeldDossier, IncidentDetail } from '../../server/contract/incidents.ts';
import { api } from '../../ui/api/client.ts';

/** Every dossier whose process is held, a page at a time. */
export const useHeldDossiers = () =>
  useInfiniteQuery({
    queryKey: ['incidents'],
    queryFn: ({ pageParam }) =>
      api.get<Page<HeldDossier>>('/incidents', { query: { limit: 20, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** What holds one dossier, with the data that its places see. */
export const useIncidents = (code: string) =>
  useQuery({
    queryKey: ['dossier', code, 'incidents'],
    queryFn: async () =>
      (await api.get<Page<IncidentDetail>>('/dossiers/{code}/incidents', { params: { code } })).items,
  });
