import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../server/contract/tasks.ts';
import { DueBadge } from '../../ui/components/DueBadge.tsx';

interface Props {
  tasks: Task[];
  isLoading: boolean;
  /** index of the row that j and k stand on */
  selected: number;
  onOpen: (task: Task) => void;
  onClaim: (task: Task) => void;
  empty: React.ReactNode;
}

/** The inbox: soonest due first, as the server orders it. */
export function TaskTable({ tasks, isLoading, selected, onOpen, onClaim, empty }: Props) {
  const { t } = useTranslation('desk');
  const columns: TableProps<Task>['columns'] = [
    {
      title: t('column.due'),
      width: 152,
      render: (_, task) => <DueBadge urgency={task.urgency} dueAt={task.dueAt} />,
    },
    {
      title: t('column.task'),
      render: (_, task) => (
        <>
          <Link to={`/cong-viec/${task.id}`} style={{ fontWeight: 600 }}>
            {task.name}
          </Link>
          <div className="one-line" style={QUIET} title={task.assigneeName ?? task.unitName}>
            {task.assigneeName ?? task.unitName}
          </div>
        </>
      ),
    },
    {
      title: t('column.dossier'),
      width: 204,
      render: (_, { dossier }) => (
        <>
          <Link to={`/ho-so/${encodeURIComponent(dossier.code)}`} className="numeric">
            {dossier.code}
          </Link>
          <div>{dossier.applicant}</div>
        </>
      ),
    },
    {
      title: t('column.procedure'),
      render: (_, { dossier }) => (
        <>
          <div className="two-lines" title={dossier.procedureName}>
            {dossier.procedureName}
          </div>
          <div style={QUIET}>{dossier.procedure}</div>
        </>
      ),
    },
    {
      title: <span className="visually-hidden">{t('column.action')}</span>,
      width: 112,
      render: (_, task) =>
        task.abilities.includes('claim') ? (
          <Button
            size="small"
            onClick={() => onClaim(task)}
            aria-label={t('claimOf', { task: task.name, code: task.dossier.code })}
          >
            {t('claim')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Table<Task>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={tasks}
      loading={isLoading}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: 860 }}
      locale={{ emptyText: empty }}
      rowClassName={(_, index) => (index === selected ? 'ant-table-row-selected' : '')}
      onRow={(task, index) => ({
        'data-selected-row': index === selected,
        'aria-selected': index === selected,
        onDoubleClick: () => onOpen(task),
      })}
    />
  );
}

const QUIET = { color: '#51606f', fontSize: 13.5 };
