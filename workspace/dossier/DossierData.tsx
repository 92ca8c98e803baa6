import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormResource, Procedure } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { EFormRead } from '../eform/EFormRead.tsx';
import { useDossier } from './use-dossier.ts';

/** The application as it was filled in, to read. */
export function DossierData({ code, columns }: { code: string; columns?: 1 | 2 }) {
  const { t } = useTranslation('dossier');
  const dossier = useDossier(code).data;
  const procedure = dossier?.procedure.code;
  const {
    data: form,
    error,
    refetch,
  } = useQuery({
    queryKey: ['procedure-form', procedure],
    queryFn: () => formOf(procedure ?? ''),
    enabled: procedure !== undefined,
    staleTime: 300_000,
  });
  if (error) return <ErrorPanel error={error} onRetry={refetch} />;
  if (!dossier || !form) return <Skeleton active />;
  if (!form.published || Object.keys(dossier.form).length === 0)
    return <EmptyState title={t('data.empty')} />;
  return <EFormRead source={form.published} value={dossier.form} columns={columns} />;
}

async function formOf(code: string): Promise<FormResource> {
  const { form } = await api.get<Procedure>('/procedures/{code}', { params: { code } });
  return api.get<FormResource>('/forms/{key}', { params: { key: form } });
}
