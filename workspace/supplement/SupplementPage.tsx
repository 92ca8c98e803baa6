import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { HistoryEvent } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDossier, useHistory } from '../dossier/use-dossier.ts';
import { useFormVersion } from '../eform/use-form-version.ts';
import { SupplementForm } from './SupplementForm.tsx';

/** What was asked for, and the application to complete: its form as it stands, and the papers that are missing. */
export default function SupplementPage() {
  const { t } = useTranslation('dossier');
  const { code = '' } = useParams();
  const { data: dossier, error, refetch } = useDossier(code);
  const asked = useHistory(code).data?.findLast(({ type }) => type === 'request-supplement');
  const form = useFormVersion(dossier?.formVersion);
  const procedureCode = dossier?.procedure.code ?? '';
  const { data: procedure } = useQuery({
    queryKey: ['procedure', procedureCode],
    queryFn: () => api.get<Procedure>('/procedures/{code}', { params: { code: procedureCode } }),
    enabled: dossier !== undefined,
  });
  const back = <LinkButton to={`/ho-so/${encodeURIComponent(code)}`}>{t('supplement.back')}</LinkButton>;
  const fault = error ?? form.error;
  if (fault) return <ErrorPanel error={fault} onRetry={refetch} takesFocus />;
  if (!dossier || !procedure || (dossier.formVersion && !form.data)) {
    return <Skeleton active paragraph={{ rows: 12 }} />;
  }
  return (
    <>
      <PageHeading title={t('supplement.title', { code })} actions={back} />
      {asked && <Asked event={asked} />}
      {dossier.abilities.includes('supplement') ? (
        <SupplementForm key={dossier.code} dossier={dossier} procedure={procedure} form={form.data} />
      ) : (
        <Alert type="info" showIcon title={t('supplement.notNow')} />
      )}
    </>
  );
}

/** The letter in short: why, and which papers. */
function Asked({ event }: { event: HistoryEvent }) {
  const { t } = useTranslation('dossier');
  const papers = (event.after as { papers?: string[] } | undefined)?.papers ?? [];
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('supplement.asked', { reason: event.reason ?? '' })}
      description={
        papers.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {papers.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
