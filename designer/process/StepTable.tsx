import { useQuery } from '@tanstack/react-query';
import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessVersion, StepRow } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

/** The step table of the approved decision, made from the saved drawing (domain 6.1). */
export function StepTable({ version }: { version: ProcessVersion }) {
  const { t } = useTranslation('designer');
  const { data, error } = useQuery({
    queryKey: ['process', version.procedure, String(version.version), 'steps'],
    queryFn: () =>
      api.get<{ items: StepRow[] }>('/procedures/{procedure}/processes/{version}/steps', {
        params: { procedure: version.procedure, version: version.version },
      }),
  });
  if (error) return <ErrorPanel error={error} />;
  return (
    <>
      <Table<StepRow>
        size="small"
        rowKey="element"
        pagination={false}
        loading={!data}
        dataSource={data?.items}
        locale={{ emptyText: t('steps.empty') }}
        columns={[
          { title: t('steps.order'), dataIndex: 'order', width: 48 },
          { title: t('steps.name'), dataIndex: 'name' },
          { title: t('steps.performer'), dataIndex: 'performer' },
          { title: t('steps.duration'), dataIndex: 'duration', width: 90 },
        ]}
      />
      <Typography.Paragraph type="secondary" style={{ marginTop: 8 }}>
        {t('steps.hint')}
      </Typography.Paragraph>
    </>
  );
}
