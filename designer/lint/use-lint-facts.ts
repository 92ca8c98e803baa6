import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FormResource, Procedure } from '../../server/contract/catalogue.ts';
import type { LintModel } from '../../server/contract/lint/lint-model.ts';
import { api } from '../../ui/api/client.ts';

export type LintFacts = Pick<LintModel, 'timeLimit' | 'publishedForms'>;

/** What the rules need to know of the house besides the drawing; rules are silent about what is not known yet. */
export function useLintFacts(procedure: Procedure | undefined): LintFacts {
  const { data: forms } = useQuery({
    queryKey: ['forms'],
    queryFn: () => api.get<{ items: FormResource[] }>('/forms', { query: { limit: 200 } }),
  });
  return useMemo(
    () => ({
      ...(procedure ? { timeLimit: procedure.timeLimit } : {}),
      ...(forms ? { publishedForms: publishedKeys(forms.items) } : {}),
    }),
    [procedure, forms],
  );
}

/** Of the list's rows: those with a published version. */
const publishedKeys = (forms: FormResource[]): Set<string> =>
  new Set(
    forms.filter(({ versions }) => versions.some(({ state }) => state === 'published')).map(({ key }) => key),
  );
