import { useQuery } from '@tanstack/react-query';
import { Result, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { IntakeForm } from './IntakeForm.tsx';
import { emptyDraft, type IntakeDraft } from './intake-draft.ts';
import './intake.css';

/** A citizen submits a dossier from home; the counter checks it afterwards. */
export default function SubmitPage() {
  const { t } = useTranslation('intake');
  const { procedure: code = '' } = useParams();
  const { session } = useSession();
  const [start] = useState(() => startingFrom(session?.user));
  const [draft, setDraft, , keeping] = useDraft<IntakeDraft>(`submit.${code}.${session?.user.id}`, start);
  const [submitted, setSubmitted] = useState<Dossier>();
  const {
    data: procedure,
    error,
    refetch,
  } = useQuery({
    queryKey: ['procedure', code],
    queryFn: () => api.get<Procedure>('/procedures/{code}', { params: { code } }),
  });
  if (submitted) return <Submitted dossier={submitted} />;
  if (error) return <ErrorPanel error={error} onRetry={refetch} takesFocus />;
  if (!procedure) return <Skeleton active />;
  if (procedure.activeVersion === undefined) return <Result status="info" title={t('notOffered')} />;
  return (
    <>
      <PageHeading title={t('onlineTitle')} />
      <p style={{ margin: '-8px 0 16px', color: '#51606f' }}>{procedure.name}</p>
      <IntakeForm
        key={draft.key}
        procedure={procedure}
        channel="online"
        draft={draft}
        keeping={keeping}
        onChange={setDraft}
        onClear={() => setDraft(startingFrom(session?.user))}
        onReceived={(dossier) => {
          setDraft(startingFrom(session?.user));
          setSubmitted(dossier);
        }}
      />
    </>
  );
}

function Submitted({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('intake');
  return (
    <Result
      status="success"
      title={t('done.onlineTitle', { code: dossier.code })}
      subTitle={
        dossier.dueAt ? (
          <>
            {t('done.due')} <DateTime at={dossier.dueAt} />
          </>
        ) : (
          t('done.noDue')
        )
      }
      extra={
        <LinkButton type="primary" to={`/tra-cuu/${encodeURIComponent(dossier.code)}`}>
          {t('done.track')}
        </LinkButton>
      }
    />
  );
}

/** The account's own name and address to start with. */
const startingFrom = (user?: { fullName: string; email?: string; phone?: string }): IntakeDraft => ({
  ...emptyDraft(),
  applicant: { kind: 'person', fullName: user?.fullName, email: user?.email, phone: user?.phone },
});
