import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenTask } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';

/** Where the dossier stands: its open steps, who has them and until when. */
export function OpenTaskList({ tasks }: { tasks: OpenTask[] }) {
  const { t } = useTranslation('dossier');
  if (tasks.length === 0) return null;
  return (
    <Card
      title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('openTasks')}</h2>}
      style={{ marginBottom: 16, borderInlineStart: '4px solid #0b5394' }}
    >
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={`/cong-viec/${task.id}`} style={{ fontWeight: 600 }}>
              {task.name}
            </Link>
            <div style={{ color: '#51606f' }}>
              {[task.assigneeName, task.unitName].filter(Boolean).join(' · ')}
              {task.dueAt && (
                <div>
                  {t('taskDue')} <DateTime at={task.dueAt} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
