import { useQuery } from '@tanstack/react-query';
import { Col, Row, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Task } from '../../server/contract/tasks.ts';
import { api } from '../../ui/api/client.ts';
import { DueBadge } from '../../ui/components/DueBadge.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { DossierBeside } from './DossierBeside.tsx';
import { TaskForm } from './TaskForm.tsx';

/** A step to be done: its form on the left, the dossier it belongs to on the right. */
export default function TaskPage() {
  const { t } = useTranslation('desk');
  const { id = '' } = useParams();
  const {
    data: task,
    error,
    refetch,
  } = useQuery({
    queryKey: ['task', id],
    queryFn: () => api.get<Task>('/tasks/{id}', { params: { id } }),
  });
  if (error && !task) {
    return (
      <>
        <ErrorPanel error={error} onRetry={refetch} takesFocus />
        <LinkButton to="/ban-lam-viec">{t('task.back')}</LinkButton>
      </>
    );
  }
  if (!task) return <Skeleton active paragraph={{ rows: 12 }} />;
  return (
    <>
      <PageHeading
        title={task.name}
        aside={task.status === 'open' && <DueBadge urgency={task.urgency} dueAt={task.dueAt} />}
        actions={<LinkButton to="/ban-lam-viec">{t('task.back')}</LinkButton>}
      />
      <p style={{ margin: '-8px 0 16px', color: '#51606f' }}>
        {task.dossier.code} · {task.dossier.applicant} · {task.dossier.procedureName}
      </p>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <TaskForm key={task.id} task={task} />
        </Col>
        <Col xs={24} lg={11}>
          <DossierBeside code={task.dossier.code} />
        </Col>
      </Row>
    </>
  );
}
