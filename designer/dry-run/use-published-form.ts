import { queryOptions, useQuery } from '@tanstack/react-query';
import type { FormResource } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';

/** The published version of a form; null when it has none, undefined until known or without a key. */
export const publishedFormQuery = (key: string | undefined) =>
  queryOptions({
    queryKey: ['form', key, 'published'],
    enabled: Boolean(key),
    queryFn: async () =>
      (await api.get<FormResource>('/forms/{key}', { params: { key: key as string } })).published ?? null,
  });

/** As {@link publishedFormQuery}, in a component. */
export const usePublishedForm = (key: string | undefined) => useQuery(publishedFormQuery(key));
