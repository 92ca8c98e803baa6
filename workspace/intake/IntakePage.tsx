import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { useProcedures } from '../procedure/use-procedures.ts';
import { IntakeDone } from './IntakeDone.tsx';
import { IntakeForm } from './IntakeForm.tsx';
import { emptyDraft, type IntakeDraft } from './intake-draft.ts';
import { ProcedurePicker } from './ProcedurePicker.tsx';

/** The counter: choose the procedure, take the dossier in, print the receipt, and the next one. */
export default function IntakePage() {
  const { t } = useTranslation('intake');
  const { session } = useSession();
  const [start] = useState(emptyDraft);
  const [draft, setDraft, , keeping] = useDraft<IntakeDraft>(`intake.${session?.user.id}`, start);
  const [received, setReceived] = useState<Dossier>();
  const { data: procedures } = useProcedures();
  const procedure = procedures?.find(({ code }) => code === draft.procedure);

  /** keeps the procedure: the next person in the queue often wants the same */
  const startOver = (code?: string) => {
    setDraft({ ...emptyDraft(), procedure: code });
    setReceived(undefined);
  };

  if (received) {
    return <IntakeDone dossier={received} onNext={() => startOver(received.procedure.code)} />;
  }
  return (
    <>
      <PageHeading
        title={t('title')}
        aside={procedure && <span style={{ color: '#51606f' }}>{procedure.name}</span>}
        actions={procedure && <Button onClick={() => startOver()}>{t('change')}</Button>}
      />
      {procedure ? (
        <IntakeForm
          key={draft.key}
          procedure={procedure}
          channel="counter"
          draft={draft}
          keeping={keeping}
          onChange={setDraft}
          onClear={() => startOver(procedure.code)}
          onReceived={(dossier) => {
            setDraft(emptyDraft());
            setReceived(dossier);
          }}
        />
      ) : (
        <ProcedurePicker onPick={({ code }) => setDraft((previous) => ({ ...previous, procedure: code }))} />
      )}
    </>
  );
}
