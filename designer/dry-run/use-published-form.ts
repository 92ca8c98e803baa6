import { useQuery } from '@tanstack/react-query';
import type { FormResource } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';

/** The published version of a form; null when it has none, undefined until known or without a key. */
export const usePublishedForm = (key: string | undefined) =>
  useQuery({
    queryKey: ['form', key, 'published'],
    enabled: Boolean(key),
    queryFn: async () =>
      (await api.get<FormResource>('/forms/{key}', { params: { key: key as string } })).published ?? null,
  });
