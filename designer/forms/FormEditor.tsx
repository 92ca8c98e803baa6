import { useTranslation } from 'react-i18next';
import { VersionedEditor } from '../versioned/VersionedEditor.tsx';
import { FormDesk } from './FormDesk.tsx';
import { readForm, readFormVersion } from './form-api.ts';

/** One e-form: drawn or typed, beside itself as it will be filled in. `?version=` opens an older one. */
export function FormEditor() {
  const { t } = useTranslation('forms');
  return (
    <VersionedEditor
      kind="form"
      read={readForm}
      readVersion={readFormVersion}
      Desk={FormDesk}
      noVersion={t('editor.noVersion')}
    />
  );
}
