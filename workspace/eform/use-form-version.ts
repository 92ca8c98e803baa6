import { useQuery } from '@tanstack/react-query';
import type { FormVersion } from '../../server/contract/catalogue.ts';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';

/** One version of a form, as a dossier pinned it; versions never change, so it is asked for once. */
export const useFormVersion = (pinned: Dossier['formVersion']) =>
  useQuery({
    queryKey: ['form-version', pinned?.key, pinned?.version],
    queryFn: () =>
      api.get<FormVersion>('/forms/{key}/versions/{version}', {
        params: { key: pinned?.key ?? '', version: pinned?.version ?? 0 },
      }),
    enabled: pinned !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
