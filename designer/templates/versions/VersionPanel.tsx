import { App, Button, Flex, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateResource } from '../../../server/contract/catalogue.ts';
import { ConfirmButton } from '../../../ui/components/ConfirmButton.tsx';
import { DateTime } from '../../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../../ui/components/ToneTag.tsx';
import { publishTemplate, readTemplateVersion, type TemplateDraft } from '../template-api.ts';
import { CompareDialog } from './CompareDialog.tsx';

type Version = TemplateResource['versions'][number];

interface Props {
  template: TemplateResource;
  current: number;
  source: string;
  onOpen: (version: number) => void;
  /** puts a version's text on the desk as unsaved work */
  onRestore: (draft: TemplateDraft) => void;
  onPublished: () => Promise<void>;
}

const TONES: Record<Version['state'], Tone> = { draft: 'warning', published: 'success', retired: 'neutral' };

/** Every version, newest first: open it, compare it with the desk, take its text back, publish it. */
export function VersionPanel({ template, current, source, onOpen, onRestore, onPublished }: Props) {
  const { t } = useTranslation('templates');
  const { message } = App.useApp();
  const [compared, setCompared] = useState<{ version: number; source: string }>();
  const [problem, setProblem] = useState<unknown>();
  const { key, abilities } = template;

  const attempt = (work: () => Promise<void>) => {
    setProblem(undefined);
    work().catch(setProblem);
  };
  const compare = async (version: number) =>
    setCompared({ version, source: (await readTemplateVersion(key, version)).source });
  const restore = async (version: number) => {
    const { title, source: text, page } = await readTemplateVersion(key, version);
    onRestore({ title, source: text, page });
    message.info(t('versions.restored', { version }));
  };
  const publish = async (version: number) => {
    await publishTemplate(key, version);
    await onPublished();
    message.success(t('versions.published', { version }));
  };

  return (
    <>
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Flex vertical gap={12}>
        {[...template.versions]
          .sort((a, b) => b.version - a.version)
          .map(({ version, state, createdAt, createdBy }) => (
            <div key={version} className="template-version" aria-current={version === current || undefined}>
              <Flex gap={8} align="center" wrap>
                <Button type="link" size="small" onClick={() => onOpen(version)}>
                  {t('version', { version })}
                </Button>
                <ToneTag tone={TONES[state]}>{t(`state.${state}`)}</ToneTag>
                <span className="template-quiet">
                  <DateTime at={createdAt} />, {createdBy}
                </span>
              </Flex>
              <Space size={4} wrap>
                <Button size="small" onClick={() => attempt(() => compare(version))}>
                  {t('versions.compare')}
                </Button>
                <Button size="small" onClick={() => attempt(() => restore(version))}>
                  {t('versions.restore')}
                </Button>
                {state !== 'published' && abilities.includes('publish') && (
                  <ConfirmButton
                    size="small"
                    type="primary"
                    question={t('versions.publishQuestion', { version })}
                    onConfirm={() => attempt(() => publish(version))}
                  >
                    {t('versions.publish')}
                  </ConfirmButton>
                )}
              </Space>
            </div>
          ))}
      </Flex>
      {compared && (
        <CompareDialog
          before={{ name: t('version', { version: compared.version }), source: compared.source }}
          after={{ name: t('versions.desk'), source }}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
