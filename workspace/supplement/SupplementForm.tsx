import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FormVersion, Procedure } from '../../server/contract/catalogue.ts';
import type { Attachment, Dossier } from '../../server/contract/dossiers.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { DraftNotice } from '../../ui/drafts/DraftNotice.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { EForm, type EFormHandle } from '../eform/EForm.tsx';
import { attachmentsOf, type PaperCounts } from '../intake/intake-draft.ts';
import { FreeFiles } from '../papers/FreeFiles.tsx';
import { PapersChecklist } from '../papers/PapersChecklist.tsx';

interface Props {
  dossier: Dossier;
  procedure: Procedure;
  /** the version that the dossier keeps; absent when it has no e-form */
  form: FormVersion | undefined;
}

interface SupplementDraft {
  /** absent until something is changed */
  form?: Record<string, unknown>;
  papers: Record<string, PaperCounts>;
  extras: Attachment[];
}

const EMPTY: SupplementDraft = { papers: {}, extras: [] };

/** The applicant's answers to correct and the papers to add; kept on the machine until it is sent. */
export function SupplementForm({ dossier, procedure, form }: Props) {
  const { t } = useTranslation('dossier');
  const { message } = App.useApp();
  const { session } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const eform = useRef<EFormHandle>(null);
  const key = `supplement.${dossier.code}.${session?.user.id}`;
  const [draft, setDraft, discard, keeping] = useDraft<SupplementDraft>(key, EMPTY);
  const [fills, setFills] = useState(0);
  // what is asked for stands in the letter above: here nothing is required
  const papers = procedure.components.map((paper) => ({ ...paper, required: false }));
  const set = (part: Partial<SupplementDraft>) => setDraft((previous) => ({ ...previous, ...part }));

  const sending = useMutation({
    mutationFn: (answer: Record<string, unknown> | undefined) => {
      const attachments = attachmentsOf(draft, procedure.components);
      return api.post<Dossier>(
        '/dossiers/{code}/supplement',
        { ...(answer && { form: answer }), ...(attachments.length > 0 && { attachments }) },
        { params: { code: dossier.code } },
      );
    },
    onSuccess: async (changed) => {
      discard();
      queries.setQueryData(['dossier', dossier.code], changed);
      void queries.invalidateQueries({ queryKey: ['dossier', dossier.code] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void message.success(t('operation.supplement.done', { code: dossier.code }));
      await navigate(`/ho-so/${encodeURIComponent(dossier.code)}`);
    },
    onError: (error) => {
      if (isProblem(error)) eform.current?.show(error.errors, '/form');
    },
  });

  const send = () => {
    sending.reset();
    if (!form) return sending.mutate(undefined);
    const answer = eform.current?.submit().data;
    if (answer) sending.mutate(answer);
  };

  return (
    <Flex vertical gap={16}>
      <DraftNotice
        isRestored={keeping.restored !== undefined}
        isKept={keeping.isKept}
        onStartOver={() => {
          discard();
          setFills(fills + 1);
        }}
      />
      {sending.error && <ErrorPanel error={sending.error} takesFocus />}
      {form && (
        <Card title={<h2 style={HEADING}>{t('supplement.form')}</h2>}>
          <EForm
            key={fills}
            ref={eform}
            source={form}
            value={draft.form ?? dossier.form}
            onChange={(changed) => set({ form: changed })}
          />
        </Card>
      )}
      <Card title={<h2 style={HEADING}>{t('supplement.papers')}</h2>}>
        {procedure.components.length > 0 && (
          <PapersChecklist
            components={papers}
            value={draft.papers}
            onChange={(brought) => set({ papers: brought })}
            filesOnly={dossier.channel === 'online'}
          />
        )}
        <div style={{ margin: '16px 0 4px' }}>{t('intake:papers.extras')}</div>
        <FreeFiles value={draft.extras} onChange={(extras) => set({ extras })} />
      </Card>
      <div>
        <Button type="primary" size="large" loading={sending.isPending} onClick={send}>
          {t('supplement.send')}
        </Button>
      </div>
    </Flex>
  );
}

const HEADING = { margin: 0, fontSize: 16, fontWeight: 600 };
