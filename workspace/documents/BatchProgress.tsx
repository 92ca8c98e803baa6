import { FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../server/contract/batches.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

const POLL_MS = 800;

/** How far many papers are on their way into one PDF, then the PDF itself. */
export function BatchProgress({ ordered }: { ordered: Batch }) {
  const { t } = useTranslation('documents');
  const { data: batch = ordered, error } = useQuery({
    queryKey: ['print-batch', ordered.id],
    queryFn: () => api.get<Batch>('/print-batches/{id}', { params: { id: ordered.id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : POLL_MS),
  });
  const { done, total, href, skipped } = batch;
  return (
    <Flex vertical gap={16}>
      {error && <ErrorPanel error={error} />}
      <div role="status">
        {t(href ? 'batch.done' : 'batch.running', { done: href ? total - skipped.length : done, total })}
      </div>
      <Progress
        percent={href ? 100 : Math.round((100 * done) / Math.max(1, total))}
        aria-label={t('batch.progress')}
      />
      {skipped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('batch.skipped', { count: skipped.length })}
          description={skipped.map(({ dossier }) => dossier).join(', ')}
        />
      )}
      {href && (
        <Flex>
          <Button type="primary" icon={<FilePdfOutlined />} href={href} target="_blank" rel="noopener">
            {t('batch.open')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
