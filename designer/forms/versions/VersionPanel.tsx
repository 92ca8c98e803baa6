import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormResource } from '../../../server/contract/catalogue.ts';
import { VersionRows } from '../../versioned/VersionRows.tsx';
import { type FormDocuments, publishForm, readFormVersion } from '../form-api.ts';
import { ChangesDialog } from './ChangesDialog.tsx';

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

/** The versions of a form; what the desk changes is said in words. */
export function VersionPanel({ form, current, documents, onOpen, onRestore, onPublished }: Props) {
  const { t } = useTranslation('forms');
  const [compared, setCompared] = useState<{ version: number; documents: FormDocuments }>();
  const documentsOf = async (version: number): Promise<FormDocuments> => {
    const { schema, ui } = await readFormVersion(form.key, version);
    return { schema, ui };
  };
  return (
    <>
      <VersionRows
        resource={form}
        current={current}
        canCompare={documents !== undefined}
        publishQuestion={(version) => t('versions.publishQuestion', { version })}
        onOpen={onOpen}
        onCompare={async (version) => setCompared({ version, documents: await documentsOf(version) })}
        onRestore={async (version) => onRestore(await documentsOf(version))}
        onPublish={async (version) => {
          await publishForm(form.key, version);
          await onPublished();
        }}
      />
      {compared && documents && (
        <ChangesDialog
          name={t('versioned:version', { version: compared.version })}
          before={compared.documents}
          after={documents}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
