import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateResource } from '../../../server/contract/catalogue.ts';
import { VersionRows } from '../../versioned/VersionRows.tsx';
import { publishTemplate, readTemplateVersion, type TemplateDraft } from '../template-api.ts';
import { CompareDialog } from './CompareDialog.tsx';

interface Props {
  template: TemplateResource;
  current: number;
  source: string;
  onOpen: (version: number) => void;
  /** puts a version's text on the desk as unsaved work */
  onRestore: (draft: TemplateDraft) => void;
  onPublished: () => Promise<void>;
}

/** The versions of a template; two sources are compared side by side. */
export function VersionPanel({ template, current, source, onOpen, onRestore, onPublished }: Props) {
  const { t } = useTranslation('templates');
  const [compared, setCompared] = useState<{ version: number; source: string }>();
  const { key } = template;
  return (
    <>
      <VersionRows
        resource={template}
        current={current}
        publishQuestion={(version) => t('versions.publishQuestion', { version })}
        onOpen={onOpen}
        onCompare={async (version) =>
          setCompared({ version, source: (await readTemplateVersion(key, version)).source })
        }
        onRestore={async (version) => {
          const { title, source: text, page } = await readTemplateVersion(key, version);
          onRestore({ title, source: text, page });
        }}
        onPublish={async (version) => {
          await publishTemplate(key, version);
          await onPublished();
        }}
      />
      {compared && (
        <CompareDialog
          before={{ name: t('versioned:version', { version: compared.version }), source: compared.source }}
          after={{ name: t('versions.desk'), source }}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
