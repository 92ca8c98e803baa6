import { Alert, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../server/contract/backups.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { backupPlan } from './backup-plan.ts';

/** How the last attempt went, when the next is due, and what the server was told to do. */
export function BackupFacts({ status }: { status: BackupStatus }) {
  const { t } = useTranslation('admin');
  const { last, nextAt, folder, isEncrypted } = status;
  const plan = backupPlan(status, t);
  return (
    <>
      {last && last.state !== 'done' && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={t(`backups.last.${last.state}`)}
          description={last.detail}
        />
      )}
      <Descriptions
        size="small"
        column={1}
        items={[
          {
            key: 'last',
            label: t('backups.lastAt'),
            children: last ? (
              <>
                <DateTime at={last.endedAt} />
                {` · ${t(`backups.last.${last.state}`)}`}
              </>
            ) : (
              t('backups.noLast')
            ),
          },
          { key: 'next', label: t('backups.nextAt'), children: nextAt && <DateTime at={nextAt} /> },
          { key: 'plan', label: t('backups.plan'), children: plan && t('backups.planText', plan) },
          { key: 'folder', label: t('backups.folder'), children: folder },
          {
            key: 'sealed',
            label: t('backups.sealing'),
            children: t(isEncrypted ? 'backups.encrypted' : 'backups.notEncrypted'),
          },
        ]}
      />
    </>
  );
}
