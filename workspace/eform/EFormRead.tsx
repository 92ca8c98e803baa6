import { useTranslation } from 'react-i18next';
import { FormReadView } from '../../forms/react/FormReadView.tsx';
import { apiHref } from '../../ui/api/client.ts';
import type { Language } from '../../ui/i18n/setup-i18n.ts';
import type { EFormSource } from './EForm.tsx';

/** A filled-in e-form to read. */
export function EFormRead({ source, value }: { source: EFormSource; value: Record<string, unknown> }) {
  const { i18n } = useTranslation();
  return (
    <FormReadView
      schema={source.schema}
      ui={source.ui}
      value={value}
      language={i18n.language as Language}
      fileHref={(sha256) => apiHref('/blobs/{sha256}', { params: { sha256 } })}
    />
  );
}
