import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Space, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BackupFile, BackupStatus } from '../../server/contract/backups.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel, sentencesOf } from '../../ui/components/ErrorPanel.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';
import { BackupFacts } from './BackupFacts.tsx';

const LOOK_WHILE_RUNNING_MS = 2_000;

/** The backups that the server takes by itself: how the last one went, when the next is due, which there are. */
export function BackupPanel() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['backups'],
    queryFn: () => api.get<BackupStatus>('/admin/backups'),
    refetchInterval: ({ state }) => (state.data?.runningSince ? LOOK_WHILE_RUNNING_MS : false),
  });
  const beginning = useMutation({
    mutationFn: () => api.post<BackupStatus>('/admin/backups', {}),
    onSuccess: (status) => {
      queries.setQueryData(['backups'], status);
      void message.success(t('backups.begun'));
    },
    onError: (thrown) => {
      const { title, detail } = sentencesOf(thrown, t);
      void message.error(detail ?? title);
    },
  });
  if (data?.isScheduled === false)
    return (
      <Card>
        <EmptyState title={t('backups.off')} hint={t('backups.offHint')} />
      </Card>
    );
  return (
    <Card>
      <p style={{ marginTop: 0, maxWidth: 760 }}>{t('backups.hint')}</p>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && <BackupFacts status={data} />}
      <Button
        type="primary"
        style={{ margin: '16px 0' }}
        disabled={!data || beginning.isPending || data.runningSince !== undefined}
        onClick={() => beginning.mutate()}
      >
        {t(data?.runningSince ? 'backups.running' : 'backups.now')}
      </Button>
      <Table<BackupFile>
        rowKey="name"
        size="middle"
        loading={isPending && !error}
        dataSource={data?.files ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 720 }}
        locale={{ emptyText: <EmptyState title={t('backups.none')} hint={t('backups.noneHint')} /> }}
        columns={[
          { title: t('backups.takenAt'), width: 170, render: (_, { takenAt }) => <DateTime at={takenAt} /> },
          {
            title: t('backups.file'),
            render: (_, { name }) => <span style={{ overflowWrap: 'anywhere' }}>{name}</span>,
          },
          {
            title: t('backups.size'),
            width: 120,
            align: 'right',
            render: (_, { size }) => t('backups.megabytes', { count: Math.ceil(size / 1_048_576) }),
          },
          {
            title: t('backups.state'),
            width: 240,
            render: (_, { isComplete, isEncrypted }) => (
              <Space size={6} wrap>
                <ToneTag tone={isComplete ? 'success' : 'danger'}>
                  {t(isComplete ? 'backups.complete' : 'backups.incomplete')}
                </ToneTag>
                {isEncrypted && <ToneTag tone="neutral">{t('backups.encrypted')}</ToneTag>}
              </Space>
            ),
          },
        ]}
      />
    </Card>
  );
}
