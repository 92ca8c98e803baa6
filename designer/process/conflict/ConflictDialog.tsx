import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessDiff, ProcessVersion } from '../../../server/contract/catalogue.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { ChangeList } from '../../compare/ChangeList.tsx';
import { VersionBoard } from '../../compare/VersionBoard.tsx';

export type Resolution = 'theirs' | 'mine' | 'new-draft';

interface ConflictDialogProps {
  version: ProcessVersion;
  /** what this person has drawn and could not save */
  mine: string;
  onResolve(how: Resolution, theirs: ProcessVersion): void;
  onClose(): void;
}

/** Somebody else saved the draft meanwhile: both drawings side by side, and what becomes of them. Nothing is lost. */
export function ConflictDialog({ version, mine, onResolve, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('designer');
  const params = { procedure: version.procedure, version: version.version };
  const { data, error } = useQuery({
    queryKey: ['process-conflict', version.procedure, version.version, mine],
    gcTime: 0,
    queryFn: async () => {
      const [theirs, diff] = await Promise.all([
        api.get<ProcessVersion>('/procedures/{procedure}/processes/{version}', { params }),
        api.post<ProcessDiff>('/procedures/{procedure}/processes/{version}/diff', { xml: mine }, { params }),
      ]);
      return { theirs, diff };
    },
  });
  return (
    <Modal
      open
      width="94vw"
      title={t('conflict.title')}
      onCancel={onClose}
      footer={
        data && (
          <>
            <Button onClick={() => onResolve('theirs', data.theirs)}>{t('conflict.theirs')}</Button>
            <Button danger onClick={() => onResolve('mine', data.theirs)}>
              {t('conflict.mine')}
            </Button>
            <Button type="primary" onClick={() => onResolve('new-draft', data.theirs)}>
              {t('conflict.newDraft')}
            </Button>
          </>
        )
      }
    >
      <Alert type="warning" showIcon title={t('conflict.hint')} style={{ marginBottom: 12 }} />
      {error && <ErrorPanel error={error} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <>
          <div className="version-boards">
            <VersionBoard
              xml={data.theirs.xml ?? ''}
              label={t('conflict.saved')}
              changes={data.diff.changes}
            />
            <VersionBoard xml={mine} label={t('conflict.drawn')} changes={data.diff.changes} />
          </div>
          <ChangeList changes={data.diff.changes} />
        </>
      )}
    </Modal>
  );
}
