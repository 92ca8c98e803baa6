import { Alert, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { DraftNotice } from '../../ui/drafts/DraftNotice.tsx';
import { NewerVersionNotice } from './NewerVersionNotice.tsx';
import type { Desk } from './use-desk.ts';
import type { VersionRow } from './versioned-resource.ts';
import './desk-frame.css';

interface DeskFrameProps<T> {
  title: string;
  version: VersionRow;
  desk: Desk<T>;
  mayWrite: boolean;
  /** is what is on the desk fit to be saved? */
  canSave: boolean;
  /** buttons before those that every desk has */
  tools?: ReactNode;
  left: ReactNode;
  right: ReactNode;
  onOpen(version: number): void;
  onCompare(version: number): void;
}

/** The frame of a desk: what is open, whether it is saved, who else saved, and two sides beside each other. */
export function DeskFrame<T>({ title, version, desk, ...frame }: DeskFrameProps<T>) {
  const { t } = useTranslation('versioned');
  const { isChanged, keeping, newer, problem } = desk;
  return (
    <div className="desk">
      <PageHeading
        title={title}
        aside={
          <span className="desk-quiet">
            {t('desk.of', { version: version.version, state: t(`state.${version.state}`) })}
            {isChanged && ` · ${t('desk.unsaved')}`}
          </span>
        }
        actions={
          frame.mayWrite && (
            <Space>
              {frame.tools}
              {isChanged && (
                <ConfirmButton question={t('desk.discardQuestion')} onConfirm={desk.discard}>
                  {t('desk.discard')}
                </ConfirmButton>
              )}
              <Button
                type="primary"
                title={t('desk.saveKey')}
                loading={desk.isSaving}
                disabled={!isChanged || !frame.canSave}
                onClick={() => void desk.save()}
              >
                {t('desk.save')}
              </Button>
            </Space>
          )
        }
      />
      {problem !== undefined && !newer && <ErrorPanel error={problem} takesFocus />}
      {newer && (
        <NewerVersionNotice
          newer={newer}
          isUrgent={problem !== undefined}
          onCompare={() => frame.onCompare(newer.version)}
          onOpen={() => frame.onOpen(newer.version)}
          onSeen={desk.seen}
        />
      )}
      {(!keeping.isKept || (keeping.restored !== undefined && isChanged)) && (
        <DraftNotice
          isRestored={keeping.restored !== undefined}
          isKept={keeping.isKept}
          onStartOver={desk.discard}
        />
      )}
      {desk.alsoDrafted.map((number) => (
        <Alert
          key={number}
          type="info"
          showIcon
          title={t('desk.alsoDrafted', { version: number })}
          action={
            <Button size="small" onClick={() => frame.onOpen(number)}>
              {t('desk.openDraft')}
            </Button>
          }
        />
      ))}
      <div className="desk-body">
        <div className="desk-side">{frame.left}</div>
        <div className="desk-side">{frame.right}</div>
      </div>
    </div>
  );
}
