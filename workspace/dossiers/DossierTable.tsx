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
  /** codes of those that are ticked; none can be without it */
  chosen?: string[];
  onChoose?: (codes: string[]) => void;
}

/** Dossiers, a row each. */
export function DossierTable({ rows, isLoading, selected, empty, chosen, onChoose }: Props) {
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
    // antd repeats the head's checkbox, hidden, in a table that it scrolls itself
    <div style={{ overflowX: 'auto' }}>
      <Table<DossierRow>
        rowKey="code"
        size="middle"
        columns={columns}
        dataSource={rows}
        loading={isLoading}
        pagination={false}
        style={{ minWidth: 960 }}
        tableLayout="fixed"
        {...(chosen && {
          rowSelection: {
            selectedRowKeys: chosen,
            onChange: (keys) => onChoose?.(keys.map(String)),
            getCheckboxProps: ({ code, applicant }) => ({
              'aria-label': t('many.choose', { code, name: applicant.fullName }),
            }),
          },
        })}
        locale={{ emptyText: empty }}
        rowClassName={(_, index) => (index === selected ? 'ant-table-row-selected' : '')}
        onRow={(_, index) => ({
          'data-selected-row': index === selected,
          'aria-selected': index === selected,
          style: index === selected ? UNDER_KEYS : undefined,
        })}
      />
    </div>
  );
}

/** A ticked row has the same ground. */
const UNDER_KEYS = { outline: '2px solid #0b5394', outlineOffset: -2 };
