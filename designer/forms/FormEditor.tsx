import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { FormResource } from '../../server/contract/catalogue.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { FormDesk } from './FormDesk.tsx';
import { readForm, readFormVersion } from './form-api.ts';

/** One e-form: drawn or typed, beside itself as it will be filled in. `?version=` opens an older one. */
export function FormEditor() {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['form', key],
    queryFn: () => readForm(key),
    // The documents must not be replaced under the designer's hand.
    refetchOnWindowFocus: false,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return data ? <OpenVersion form={data} /> : <Skeleton active />;
}

function OpenVersion({ form }: { form: FormResource }) {
  const { t } = useTranslation('forms');
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const newest = Math.max(0, ...form.versions.map(({ version }) => version));
  const number = Number(search.get('version') ?? newest);
  const { data: version, error } = useQuery({
    queryKey: ['form', form.key, number],
    queryFn: () => readFormVersion(form.key, number),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['form', form.key] });
    await queries.invalidateQueries({ queryKey: ['forms'] });
  };
  if (error) return <ErrorPanel error={error} />;
  if (number === 0) return <EmptyState title={t('editor.noVersion')} />;
  if (!version) return <Skeleton active />;
  return (
    <FormDesk
      key={`${form.key}/${version.version}`}
      form={form}
      version={version}
      onOpen={(opened) => setSearch({ version: String(opened) })}
      onChanged={refresh}
    />
  );
}
