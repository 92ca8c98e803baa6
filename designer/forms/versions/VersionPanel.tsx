import { App, Button, Flex, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormResource } from '../../../server/contract/catalogue.ts';
import { ConfirmButton } from '../../../ui/components/ConfirmButton.tsx';
import { DateTime } from '../../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../../ui/components/ToneTag.tsx';
import { type FormDocuments, publishForm, readFormVersion } from '../form-api.ts';
import { ChangesDialog } from './ChangesDialog.tsx';

type Version = FormResource['versions'][number];

interface Props {
  form: FormResource;
  current: number;
  /** what is on the desk, once it is right JSON */
  documents: FormDocuments | undefined;
  onOpen: (version: number) => void;
  /** puts a version's documents on the desk as unsaved work */
  onRestore: (documents: FormDocuments) => void;
  onPublished: () => Promise<void>;
}

const TONES: Record<Version['state'], Tone> = { draft: 'warning', published: 'success', retired: 'neutral' };

/** Every version, newest first: open it, see in words what the desk changes, take it back, publish it. */
export function VersionPanel({ form, current, documents, onOpen, onRestore, onPublished }: Props) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const [compared, setCompared] = useState<{ version: number; documents: FormDocuments }>();
  const [problem, setProblem] = useState<unknown>();
  const { key, abilities } = form;

  const attempt = (work: () => Promise<void>) => {
    setProblem(undefined);
    work().catch(setProblem);
  };
  const documentsOf = async (version: number): Promise<FormDocuments> => {
    const { schema, ui } = await readFormVersion(key, version);
    return { schema, ui };
  };
  const restore = async (version: number) => {
    onRestore(await documentsOf(version));
    message.info(t('versions.restored', { version }));
  };
  const publish = async (version: number) => {
    await publishForm(key, version);
    await onPublished();
    message.success(t('versions.published', { version }));
  };

  return (
    <>
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Flex vertical gap={12}>
        {[...form.versions]
          .sort((a, b) => b.version - a.version)
          .map(({ version, state, createdAt, createdBy }) => (
            <div key={version} className="form-version" aria-current={version === current || undefined}>
              <Flex gap={8} align="center" wrap>
                <Button type="link" size="small" onClick={() => onOpen(version)}>
                  {t('version', { version })}
                </Button>
                <ToneTag tone={TONES[state]}>{t(`state.${state}`)}</ToneTag>
                <span className="form-quiet">
                  <DateTime at={createdAt} />, {createdBy}
                </span>
              </Flex>
              <Space size={4} wrap>
                <Button
                  size="small"
                  disabled={!documents}
                  onClick={() =>
                    attempt(async () => setCompared({ version, documents: await documentsOf(version) }))
                  }
                >
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
      {compared && documents && (
        <ChangesDialog
          name={t('version', { version: compared.version })}
          before={compared.documents}
          after={documents}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
