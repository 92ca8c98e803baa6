import { App, Button, Flex, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';
import { newestFirst, type VersionedResource, type VersionRow } from './versioned-resource.ts';
import './versioned.css';

interface VersionRowsProps {
  resource: VersionedResource;
  /** the version on the desk */
  current: number;
  /** false while what is on the desk cannot be compared */
  canCompare?: boolean;
  /** asked before version so-and-so is published: what it will touch; absent when a dialog of its own asks */
  publishQuestion?(version: number): string;
  onOpen(version: number): void;
  onCompare(version: number): Promise<void>;
  /** puts a version's content on the desk as unsaved work */
  onRestore(version: number): Promise<void>;
  onPublish?(version: number): Promise<void>;
  /** opens the dialog that asks and publishes */
  onAskPublish?(version: number): void;
  retireQuestion?(version: number): string;
  onRetire?(version: number): Promise<void>;
}

const TONES: Record<VersionRow['state'], Tone> = {
  draft: 'warning',
  published: 'success',
  retired: 'neutral',
};

/** Every version, newest first: open it, compare it with the desk, take its content back, publish it. */
export function VersionRows({ resource, current, canCompare = true, ...acts }: VersionRowsProps) {
  const { t } = useTranslation('versioned');
  const { message } = App.useApp();
  const [problem, setProblem] = useState<unknown>();
  const attempt = (work: () => Promise<void>) => {
    setProblem(undefined);
    work().catch(setProblem);
  };
  const restore = async (version: number) => {
    await acts.onRestore(version);
    message.info(t('restored', { version }));
  };
  const publish = async (version: number) => {
    await acts.onPublish?.(version);
    message.success(t('published', { version }));
  };
  const retire = async (version: number) => {
    await acts.onRetire?.(version);
    message.success(t('retired', { version }));
  };
  const mayPublish = resource.abilities.includes('publish');
  return (
    <>
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Flex vertical gap={12}>
        {newestFirst(resource.versions).map(({ version, state, createdAt, createdBy }) => (
          <div key={version} className="version-row" aria-current={version === current || undefined}>
            <Flex gap={8} align="center" wrap>
              <Button type="link" size="small" onClick={() => acts.onOpen(version)}>
                {t('version', { version })}
              </Button>
              <ToneTag tone={TONES[state]}>{t(`state.${state}`)}</ToneTag>
              <span className="version-quiet">
                <DateTime at={createdAt} />, {createdBy}
              </span>
            </Flex>
            <Space size={4} wrap>
              <Button
                size="small"
                disabled={!canCompare}
                onClick={() => attempt(() => acts.onCompare(version))}
              >
                {t('compare')}
              </Button>
              {resource.abilities.includes('create-version') && (
                <Button size="small" onClick={() => attempt(() => restore(version))}>
                  {t('restore')}
                </Button>
              )}
              {state !== 'published' && mayPublish && acts.onAskPublish && (
                <Button size="small" type="primary" onClick={() => acts.onAskPublish?.(version)}>
                  {t('publish')}
                </Button>
              )}
              {state !== 'published' && mayPublish && acts.publishQuestion && (
                <ConfirmButton
                  size="small"
                  type="primary"
                  question={acts.publishQuestion(version)}
                  onConfirm={() => attempt(() => publish(version))}
                >
                  {t('publish')}
                </ConfirmButton>
              )}
              {state === 'published' && mayPublish && acts.retireQuestion && (
                <ConfirmButton
                  size="small"
                  danger
                  question={acts.retireQuestion(version)}
                  onConfirm={() => attempt(() => retire(version))}
                >
                  {t('retire')}
                </ConfirmButton>
              )}
            </Space>
          </div>
        ))}
      </Flex>
    </>
  );
}
