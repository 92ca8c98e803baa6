import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../server/contract/common.ts';
import type { JobResource } from '../../server/contract/notices.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel, sentencesOf } from '../../ui/components/ErrorPanel.tsx';

/** What the server gave up after its last try: letters, messages, papers; done anew from here. */
export function FailedJobs() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['jobs', 'dead'],
    queryFn: () => api.get<Page<JobResource>>('/admin/jobs', { query: { limit: 100 } }),
  });
  const retrying = useMutation({
    mutationFn: (id: string) => api.post('/admin/jobs/{id}/retry', {}, { params: { id } }),
    onSuccess: () => void message.success(t('jobs.retried')),
    onError: (thrown) => {
      const { title, detail } = sentencesOf(thrown, t);
      void message.error(detail ?? title);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return (
    <Card>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('jobs.hint')}</p>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <Table<JobResource>
        rowKey="id"
        size="middle"
        loading={isPending && !error}
        dataSource={data?.items ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 860 }}
        locale={{ emptyText: <EmptyState title={t('jobs.none')} /> }}
        columns={[
          {
            title: t('jobs.what'),
            width: 230,
            render: (_, { type }) => t(`jobs.type.${type.replaceAll('.', '-')}`, t('jobs.type.other')),
          },
          {
            title: t('jobs.subject'),
            render: (_, { id }) => <span style={{ overflowWrap: 'anywhere' }}>{subjectOf(id)}</span>,
          },
          { title: t('jobs.error'), dataIndex: 'lastError' },
          { title: t('jobs.attempts'), dataIndex: 'attempts', width: 100, align: 'right' },
          {
            title: t('jobs.endedAt'),
            width: 160,
            render: (_, { endedAt }) => endedAt && <DateTime at={endedAt} />,
          },
          {
            title: <span className="visually-hidden">{t('jobs.retry')}</span>,
            width: 130,
            render: (_, { id }) => (
              <Button
                size="small"
                loading={retrying.isPending && retrying.variables === id}
                onClick={() => retrying.mutate(id)}
              >
                {t('jobs.retry')}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The dossier that a job is about, where its id names one. */
const subjectOf = (id: string): string => /[A-Z]\d{2}[.\d]*-\d{6}-\d{4}/.exec(id)?.[0] ?? id;
