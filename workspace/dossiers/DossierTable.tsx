import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { StatusTag } from '../../ui/components/StatusTag.tsx';
import { Timeliness } from '../dossier/Timeliness.tsx';

interface Props {
  rows: DossierRow[];
  isLoading: boolean;
  /** index of the row that j and k stand on */
  selected: number;
  empty: React.ReactNode;
}

/** Dossiers, a row each. */
export function DossierTable({ rows, isLoading, selected, empty }: Props) {
  const { t } = useTranslation('dossier');
  const columns: TableProps<DossierRow>['columns'] = [
    {
      title: t('field.code'),
      width: 205,
      render: (_, { code, applicant }) => (
        <>
          <Link to={`/ho-so/${encodeURIComponent(code)}`} className="numeric" style={{ fontWeight: 600 }}>
            {code}
          </Link>
          <div>{applicant.fullName}</div>
        </>
      ),
    },
    {
      title: t('field.procedure'),
      render: (_, { procedure, openTasks }) => (
        <>
          <div className="two-lines" title={procedure.name}>
            {procedure.name}
          </div>
          {openTasks[0] && (
            <div style={{ color: '#51606f', fontSize: 13.5 }}>
              {t('list.at', { step: openTasks.map(({ name }) => name).join(', ') })}
            </div>
          )}
        </>
      ),
    },
    { title: t('field.status'), width: 190, render: (_, { status }) => <StatusTag status={status.key} /> },
    {
      title: t('field.receivedAt'),
      width: 116,
      render: (_, { receivedAt }) => <DateTime at={receivedAt} dayOnly />,
    },
    {
      title: t('field.dueAt'),
      width: 150,
      render: (_, { dueAt, timeliness }) => (
        <>
          {dueAt && <DateTime at={dueAt} />}
          {timeliness && <Timeliness value={timeliness} />}
        </>
      ),
    },
  ];
  return (
    <Table<DossierRow>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={rows}
      loading={isLoading}
      pagination={false}
      scroll={{ x: 960 }}
      locale={{ emptyText: empty }}
      rowClassName={(_, index) => (index === selected ? 'ant-table-row-selected' : '')}
      onRow={(_, index) => ({ 'data-selected-row': index === selected, 'aria-selected': index === selected })}
    />
  );
}
