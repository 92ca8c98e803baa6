import { useQuery } from '@tanstack/react-query';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';

/** The catalogue, as this person may see it. It changes seldom: asked once in five minutes. */
export const useProcedures = () =>
  useQuery({
    queryKey: ['procedures'],
    queryFn: async () => (await api.get<Page<Procedure>>('/procedures', { query: { limit: 200 } })).items,
    staleTime: 300_000,
  });
