import { useQueries } from '@tanstack/react-query';
import { Card, Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Page } from '../../server/contract/common.ts';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { StatusTag } from '../../ui/components/StatusTag.tsx';
import { STATUS_ORDER } from '../dossiers/status-order.ts';
import { ReportTable } from './ReportTable.tsx';

/** How many dossiers stand in each status and are overdue; what was received and resolved in a period. */
export default function ReportsPage() {
  const { t } = useTranslation('reports');
  const counts = useQueries({
    queries: STATUS_ORDER.map((status) => ({
      queryKey: ['dossiers', 'counts', status],
      queryFn: async () => ({
        status,
        all: await count({ status }),
        overdue: await count({ status, overdue: 'true' }),
      }),
    })),
  });
  const failed = counts.find(({ error }) => error);
  const rows = counts.flatMap(({ data }) => (data ? [data] : []));
  if (failed)
    return (
      <ErrorPanel error={failed.error} onRetry={() => counts.forEach(({ refetch }) => void refetch())} />
    );
  const sum = (column: 'all' | 'overdue') => rows.reduce((total, row) => total + row[column], 0);
  return (
    <>
      <PageHeading title={t('title')} />
      <Card style={{ maxWidth: 760 }}>
        {rows.length < STATUS_ORDER.length ? (
          <Skeleton active />
        ) : (
          <Table
            rowKey="status"
            size="middle"
            pagination={false}
            dataSource={rows}
            columns={[
              { title: t('status'), render: (_, { status }) => <StatusTag status={status} /> },
              {
                title: t('count'),
                width: 140,
                align: 'right',
                render: (_, { status, all }) => (
                  <Link
                    className="numeric"
                    to={`/ho-so?status=${status}`}
                    aria-label={t('open', { count: all, status: t(`ui:status.${status}`) })}
                  >
                    {all}
                  </Link>
                ),
              },
              {
                title: t('overdue'),
                width: 140,
                align: 'right',
                render: (_, { overdue }) => <span className="numeric">{overdue}</span>,
              },
            ]}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>
                  <strong>{t('total')}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  <strong className="numeric">{sum('all')}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={2} align="right">
                  <strong className="numeric">{sum('overdue')}</strong>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            )}
          />
        )}
      </Card>
      <ReportTable />
    </>
  );
}

const count = async (query: { status: string; overdue?: string }): Promise<number> =>
  (await api.get<Page<DossierRow>>('/dossiers', { query: { ...query, limit: 1 } })).total ?? 0;
