import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Page } from '../../server/contract/common.ts';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { formatDay } from '../../ui/format/format-time.ts';
import type { IntakeDraft } from './intake-draft.ts';

interface Props {
  /** code of the procedure */
  procedure: string;
  applicant: IntakeDraft['applicant'];
}

/** Says that the same person may have filed the same matter already; a hint that stops nothing. */
export function DuplicateHint({ procedure, applicant }: Props) {
  const { t } = useTranslation('intake');
  const found = useDuplicates(procedure, applicant);
  return (
    <div role="status">
      {found.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 8 }}
          title={t('duplicates.title', { count: found.length })}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {found.map(({ code, receivedAt, status }) => (
                <li key={code}>
                  <Link
                    to={`/ho-so/${encodeURIComponent(code)}`}
                    target="_blank"
                    rel="noopener"
                    style={{ textDecoration: 'underline' }}
                  >
                    {code}
                  </Link>
                  {`: ${t(`ui:status.${status.key}`)}, ${t('duplicates.received', { day: formatDay(receivedAt) })}`}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}

/** Asked once there is more than a name, which many people share. */
function useDuplicates(procedure: string, applicant: IntakeDraft['applicant']): DossierRow[] {
  // behind the typing, which it must not slow down
  const { fullName = '', identifier, birthDate, phone } = useDeferredValue(applicant);
  const known = {
    fullName: fullName.trim(),
    ...(/^(\d{9,10}|\d{12,13})$/.test(identifier ?? '') && { identifier }),
    ...(birthDate && { birthDate }),
    ...(/^[+\d][\d .]{8,18}$/.test(phone ?? '') && { phone }),
  };
  const { data } = useQuery({
    queryKey: ['duplicates', procedure, known],
    queryFn: () => api.post<Page<DossierRow>>('/dossiers/duplicates', { procedure, applicant: known }),
    enabled: known.fullName !== '' && Object.keys(known).length > 1,
    staleTime: 30_000,
  });
  return data?.items ?? NONE;
}

const NONE: DossierRow[] = [];
