import { useTranslation } from 'react-i18next';
import { FormReadView } from '../../forms/react/FormReadView.tsx';
import { apiHref } from '../../ui/api/client.ts';
import type { Language } from '../../ui/i18n/setup-i18n.ts';
import type { EFormSource } from './EForm.tsx';

interface Props {
  source: EFormSource;
  value: Record<string, unknown>;
  /** an earlier answer: what differs is marked */
  previous?: Record<string, unknown>;
  /** fields in a row on a wide screen */
  columns?: 1 | 2;
  /** nothing can be followed on paper */
  isOnPaper?: boolean;
}

/** A filled-in e-form to read. */
export function EFormRead({ source, value, previous, columns = 2, isOnPaper = false }: Props) {
  const { i18n } = useTranslation();
  return (
    <FormReadView
      schema={source.schema}
      ui={source.ui}
      value={value}
      previous={previous}
      columns={columns}
      language={i18n.language as Language}
      fileHref={isOnPaper ? undefined : blobHref}
    />
  );
}

const blobHref = (sha256: string) => apiHref('/blobs/{sha256}', { params: { sha256 } });
