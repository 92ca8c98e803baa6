import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Dossier, TimeSpent, UnitTime } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

/** How long each unit has had the dossier, and each agency with all its units, in working time; for staff. */
export function TimeByUnit({ dossier: { code, version } }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  const { data, error, refetch } = useQuery({
    queryKey: ['dossier', code, 'time', version],
    queryFn: () => api.get<TimeSpent>('/dossiers/{code}/time', { params: { code } }),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <TimeTable title={t('time.title')} rows={data.items} />
      {data.agencies.length < data.items.length && (
        <TimeTable title={t('time.agencies')} rows={data.agencies} />
      )}
    </>
  );
}

function TimeTable({ title, rows }: { title: string; rows: UnitTime[] }) {
  const { t } = useTranslation('dossier');
  return (
    <>
      <h2 style={{ fontSize: 16, margin: '24px 0 8px' }}>{title}</h2>
      <Table<UnitTime>
        rowKey="unit"
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: t('time.unit'), dataIndex: 'unitName' },
          { title: t('time.steps'), dataIndex: 'steps', width: 70, align: 'right' },
          {
            title: t('time.worked'),
            width: 125,
            align: 'right',
            render: (_, { minutes }) => (
              <span className="numeric">
                {t('time.hours', { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) })}
              </span>
            ),
          },
          {
            title: t('time.state'),
            width: 110,
            render: (_, { open, late }) => (
              <>
                {open > 0 && <ToneTag tone="info">{t('time.open')}</ToneTag>}{' '}
                {late > 0 && <ToneTag tone="danger">{t('time.late', { count: late })}</ToneTag>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
