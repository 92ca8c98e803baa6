import { useQuery } from '@tanstack/react-query';
import type { FormResource } from '../../server/contract/catalogue.ts';
import { ApiProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';
import type { EFormSource } from '../eform/EForm.tsx';

/** A published form with the version that a draft of it belongs to. */
export interface ApplicationForm extends EFormSource {
  version: number;
  title: string;
}

/** The published version of a procedure's application form. */
export const useApplicationForm = (key: string) =>
  useQuery({
    queryKey: ['form', key],
    queryFn: async (): Promise<ApplicationForm> => {
      const { published } = await api.get<FormResource>('/forms/{key}', { params: { key } });
      if (!published) throw new ApiProblem({ status: 404, code: 'form.not-published' });
      return {
        schema: published.schema,
        ui: published.ui,
        version: published.version,
        title: published.title,
      };
    },
    staleTime: 300_000,
  });
