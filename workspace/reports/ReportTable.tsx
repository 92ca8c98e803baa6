import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report, ReportDimension, ReportRow } from '../../server/contract/reports.ts';
import { api, apiHref } from '../../ui/api/client.ts';
import { DayInput } from '../../ui/components/DayInput.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

const DIMENSIONS: ReportDimension[] = ['unit', 'procedure', 'field', 'channel'];

/** Columns of Biểu II.06a, in its groups (domain 7.1). */
const GROUPS: { key: string; columns: { key: string; value: (row: ReportRow) => number | undefined }[] }[] = [
  {
    key: 'received',
    columns: [
      { key: 'total', value: ({ received }) => received.total },
      { key: 'online', value: ({ received }) => received.online },
      { key: 'direct', value: ({ received }) => received.direct + received.postal },
      { key: 'carriedOver', value: ({ received }) => received.carriedOver },
    ],
  },
  {
    key: 'resolved',
    columns: [
      { key: 'total', value: ({ resolved }) => resolved.total },
      { key: 'early', value: ({ resolved }) => resolved.early },
      { key: 'onTime', value: ({ resolved }) => resolved.onTime },
      { key: 'late', value: ({ resolved }) => resolved.late },
    ],
  },
  {
    key: 'pending',
    columns: [
      { key: 'total', value: ({ pending }) => pending.total },
      { key: 'inTime', value: ({ pending }) => pending.inTime },
      { key: 'nowOverdue', value: ({ pending }) => pending.overdue },
      { key: 'suspended', value: ({ suspended }) => suspended },
    ],
  },
];

/** Received, resolved and pending by unit, procedure, field or channel; also as a workbook. */
export function ReportTable() {
  const { t } = useTranslation('reports');
  const [query, setQuery] = useState<{ by: ReportDimension; from?: string; to?: string }>({ by: 'unit' });
  const report = useQuery({
    queryKey: ['reports', query],
    queryFn: () => api.get<Report>('/reports/resolution', { query }),
    placeholderData: keepPreviousData,
  });
  if (report.error) return <ErrorPanel error={report.error} onRetry={() => void report.refetch()} />;
  const { rows = [], total, from = '', to = '' } = report.data ?? {};
  const day = (key: 'from' | 'to', value: string) => (
    <DayInput
      value={value}
      prefix={t(key)}
      aria-label={t(key)}
      style={{ width: 210 }}
      onChange={(chosen) =>
        setQuery(({ [key]: _old, ...rest }) => ({ ...rest, ...(chosen && { [key]: chosen }) }))
      }
    />
  );
  return (
    <Card title={t('table')} style={{ marginTop: 24 }}>
      <Space wrap style={{ marginBottom: 16 }}>
        <Select
          aria-label={t('by')}
          value={query.by}
          style={{ minWidth: 200 }}
          options={DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) }))}
          onChange={(by) => setQuery((old) => ({ ...old, by }))}
        />
        {day('from', query.from ?? from)}
        {day('to', query.to ?? to)}
        <Button icon={<DownloadOutlined />} href={apiHref('/reports/resolution.xlsx', { query })}>
          {t('workbook')}
        </Button>
        <Button
          icon={<DownloadOutlined />}
          href={apiHref('/reports/register.xlsx', { query: { from: query.from, to: query.to } })}
        >
          {t('register')}
        </Button>
      </Space>
      {/* wider than a narrow screen, and nothing in it takes the focus: the region does, so that keys scroll it */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reached by keyboard (WCAG 2.1.1)
        tabIndex={0}
        aria-label={t('table')}
        style={{ overflowX: 'auto' }}
      >
        <Table
          rowKey="key"
          size="small"
          bordered
          loading={report.isPending}
          pagination={false}
          locale={{ emptyText: <EmptyState title={t('none')} /> }}
          style={{ minWidth: 1000 }}
          dataSource={rows.length > 0 && total ? [...rows, total] : []}
          columns={[
            { title: t(`dimension.${query.by}`), dataIndex: 'name', width: 200 },
            ...GROUPS.map((group) => ({
              title: t(`group.${group.key}`),
              children: group.columns.map(({ key, value }) => ({
                title: t(`column.${key}`),
                key: `${group.key}.${key}`,
                align: 'right' as const,
                render: (_: unknown, row: ReportRow) => <span className="numeric">{value(row)}</span>,
              })),
            })),
            {
              title: t('column.onTimeRate'),
              align: 'right',
              render: (_, { onTimeRate }) => <span className="numeric">{onTimeRate ?? '–'}</span>,
            },
          ]}
        />
      </section>
    </Card>
  );
}
