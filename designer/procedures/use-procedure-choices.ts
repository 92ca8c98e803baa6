import { useQuery } from '@tanstack/react-query';
import type { Unit } from '../../server/contract/access.ts';
import type { FormResource } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import type { Choice } from '../process/panel/panel-choices.ts';

const EVERY = { query: { limit: 200 } };

/** Units and forms to choose from; empty until they are known. */
export function useProcedureChoices(): { units: Choice[]; forms: Choice[] } {
  const { data: units } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units', EVERY),
  });
  const { data: forms } = useQuery({
    queryKey: ['forms'],
    queryFn: () => api.get<{ items: FormResource[] }>('/forms', EVERY),
  });
  return {
    units: (units?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    forms: (forms?.items ?? []).map(({ key, title }) => ({ value: key, label: `${title} (${key})` })),
  };
}
