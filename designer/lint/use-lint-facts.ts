import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Position, Unit } from '../../server/contract/access.ts';
import type { FormResource, Procedure, TemplateResource } from '../../server/contract/catalogue.ts';
import type { LintFacts } from '../../server/contract/lint/lint-model.ts';
import { placeOf } from '../../server/contract/lint/rules/no-account.ts';
import { api } from '../../ui/api/client.ts';

const EVERY = { query: { limit: 200 } };

/** What the rules need to know of the house besides the drawing; rules are silent about what is not known yet. */
export function useLintFacts(procedure: Procedure | undefined): LintFacts {
  const forms = useList<FormResource>('forms', '/forms');
  const templates = useList<TemplateResource>('templates', '/templates');
  const units = useList<Unit>('units', '/units');
  const positions = useList<Position>('positions', '/positions');
  return useMemo(
    () => ({
      ...(procedure ? { timeLimit: procedure.timeLimit, competentUnit: procedure.unit } : {}),
      ...(forms ? { publishedForms: publishedKeys(forms) } : {}),
      ...(templates ? { publishedTemplates: publishedKeys(templates) } : {}),
      ...(units ? { unitNames: new Map(units.map(({ id, name }) => [id, name])) } : {}),
      ...(positions ? { accounts: new Set(positions.map(({ unit, role }) => placeOf(unit, role))) } : {}),
    }),
    [procedure, forms, templates, units, positions],
  );
}

const useList = <T>(key: string, path: string): T[] | undefined =>
  useQuery({ queryKey: [key], queryFn: () => api.get<{ items: T[] }>(path, EVERY) }).data?.items;

/** Of the list's rows: those with a published version. */
const publishedKeys = (rows: { key: string; versions: { state: string }[] }[]): Set<string> =>
  new Set(
    rows.filter(({ versions }) => versions.some(({ state }) => state === 'published')).map(({ key }) => key),
  );
