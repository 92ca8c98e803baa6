import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../../server/contract/access.ts';
import { roleKey } from '../../../server/contract/access.ts';
import type { FormResource } from '../../../server/contract/catalogue.ts';
import { operationBodies } from '../../../server/contract/dossiers.ts';
import { api } from '../../../ui/api/client.ts';
import type { PanelChoices } from './panel-choices.ts';

/** Roles that do steps; the others draw or administer. */
const STEP_ROLES = roleKey.options.filter((role) =>
  ['counter', 'specialist', 'leader', 'clerk', 'citizen'].includes(role),
);
const DOCUMENT_KINDS = [
  'receipt',
  'supplement-request',
  'refusal',
  'extension',
  'apology',
  'stop-notice',
  'control-slip',
  'return-slip',
  'result',
];
/** The portal's ten statuses (domain 4.1). */
const STATUSES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** What a process may name, from the house's catalogue. Variables stand for the units of each dossier. */
export function usePanelChoices(): PanelChoices {
  const { t } = useTranslation('designer');
  const { data: units } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units', { query: { limit: 200 } }),
  });
  const { data: forms } = useQuery({
    queryKey: ['forms'],
    queryFn: () => api.get<{ items: FormResource[] }>('/forms', { query: { limit: 200 } }),
  });
  return useMemo(
    () => ({
      units: [
        ...(['receivingUnit', 'competentUnit', 'returningUnit'] as const).map((name) => ({
          value: `=${name}`,
          label: t(`panel.units.${name}`),
        })),
        ...(units?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
      ],
      roles: STEP_ROLES.map((role) => ({ value: role, label: t(`panel.roles.${role}`) })),
      forms: (forms?.items ?? []).map((form) => ({ value: form.key, label: `${form.title} (${form.key})` })),
      statuses: STATUSES.map((status) => ({ value: status, label: t(`panel.statuses.${status}`) })),
      documents: DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`panel.documentKinds.${kind}`) })),
      actions: Object.keys(operationBodies).map((operation) => ({
        value: operation,
        label: t(`panel.operations.${operation}`),
      })),
    }),
    [units, forms, t],
  );
}
