import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { TemplateResource } from '../../server/contract/catalogue.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { TemplateDesk } from './TemplateDesk.tsx';
import { readTemplate, readTemplateVersion } from './template-api.ts';

/** One paper's template: its source beside the page it makes. `?version=` opens an older one. */
export function TemplateEditor() {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['template', key],
    queryFn: () => readTemplate(key),
    // The text must not be replaced under the writer's hand.
    refetchOnWindowFocus: false,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return data ? <OpenVersion template={data} /> : <Skeleton active />;
}

function OpenVersion({ template }: { template: TemplateResource }) {
  const { t } = useTranslation('templates');
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const newest = Math.max(0, ...template.versions.map(({ version }) => version));
  const number = Number(search.get('version') ?? newest);
  const { data: version, error } = useQuery({
    queryKey: ['template', template.key, number],
    queryFn: () => readTemplateVersion(template.key, number),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['template', template.key] });
    await queries.invalidateQueries({ queryKey: ['templates'] });
  };
  if (error) return <ErrorPanel error={error} />;
  if (number === 0) return <EmptyState title={t('editor.noVersion')} />;
  if (!version) return <Skeleton active />;
  return (
    <TemplateDesk
      key={`${template.key}/${version.version}`}
      template={template}
      version={version}
      onOpen={(opened) => setSearch({ version: String(opened) })}
      onChanged={refresh}
    />
  );
}
