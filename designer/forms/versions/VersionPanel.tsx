import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormResource } from '../../../server/contract/catalogue.ts';
import { VersionRows } from '../../versioned/VersionRows.tsx';
import { type FormDocuments, readFormVersion, retireForm } from '../form-api.ts';
import { PublishDialog } from './PublishDialog.tsx';

interface Props {
  form: FormResource;
  current: number;
  /** false while what is on the desk is not right JSON */
  canCompare: boolean;
  onOpen: (version: number) => void;
  onCompare: (version: number) => Promise<void>;
  /** puts a version's documents on the desk as unsaved work */
  onRestore: (documents: FormDocuments) => void;
  /** after a publication or retirement */
  onChanged: () => Promise<void>;
}

/** The versions of a form: open, compare, take back, put in use, take out of use. */
export function VersionPanel({ form, current, canCompare, ...acts }: Props) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const [publishing, setPublishing] = useState<number>();
  return (
    <>
      <VersionRows
        resource={form}
        current={current}
        canCompare={canCompare}
        onOpen={acts.onOpen}
        onCompare={acts.onCompare}
        onRestore={async (version) => {
          const { schema, ui } = await readFormVersion(form.key, version);
          acts.onRestore({ schema, ui });
        }}
        onAskPublish={setPublishing}
        retireQuestion={(version) => t('versions.retireQuestion', { version })}
        onRetire={async (version) => {
          await retireForm(form.key, version);
          await acts.onChanged();
        }}
      />
      {publishing !== undefined && (
        <PublishDialog
          form={form}
          version={publishing}
          onClose={() => setPublishing(undefined)}
          onPublished={async () => {
            await acts.onChanged();
            message.success(t('versioned:published', { version: publishing }));
            setPublishing(undefined);
          }}
        />
      )}
    </>
  );
}
