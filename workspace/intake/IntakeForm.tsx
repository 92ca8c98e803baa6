import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Card, Flex, Form, type FormInstance, InputNumber } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { Channel, Dossier } from '../../server/contract/dossiers.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { DraftNotice } from '../../ui/drafts/DraftNotice.tsx';
import type { DraftKeeping } from '../../ui/drafts/use-draft.ts';
import type { Language } from '../../ui/i18n/setup-i18n.ts';
import { EForm, type EFormHandle } from '../eform/EForm.tsx';
import { PrintForm } from '../eform/PrintForm.tsx';
import { FreeFiles } from '../papers/FreeFiles.tsx';
import { PapersChecklist } from '../papers/PapersChecklist.tsx';
import { ApplicantFields } from './ApplicantFields.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import { DuplicateHint } from './DuplicateHint.tsx';
import { IntakeSummary } from './IntakeSummary.tsx';
import { type IntakeDraft, intakeBody, isBegun, missingPapers, type Slip } from './intake-draft.ts';
import { LostAnswers } from './LostAnswers.tsx';
import { SlipButtons } from './SlipButtons.tsx';
import { useApplicationForm } from './use-application-form.ts';
import { useCarriedOver } from './use-carried-over.ts';
import { usePrefill } from './use-prefill.ts';

interface Props {
  procedure: Procedure;
  channel: Channel;
  draft: IntakeDraft;
  keeping: DraftKeeping<IntakeDraft>;
  onChange: (change: (draft: IntakeDraft) => IntakeDraft) => void;
  onClear: () => void;
  onReceived: (dossier: Dossier) => void;
}

/** One dossier being taken in: applicant, e-form, papers, delivery, and beside them what is still missing. */
export function IntakeForm({ procedure, channel, draft, keeping, onChange, onClear, onReceived }: Props) {
  const { t, i18n } = useTranslation('intake');
  const queries = useQueryClient();
  const [applicantForm] = Form.useForm<Pick<IntakeDraft, 'applicant' | 'hasSubmitter'>>();
  const eform = useRef<EFormHandle>(null);
  const application = useApplicationForm(procedure.form);
  const lost = useCarriedOver({
    key: procedure.form,
    application: application.data,
    draft,
    onChange,
    language: i18n.language as Language,
  });
  const origins = usePrefill({ key: procedure.form, source: application.data, draft, channel, onChange });
  const [toFix, setToFix] = useState(0);
  /** an e-form filled in from outside starts anew */
  const [fills, setFills] = useState(0);
  const isOnline = channel === 'online';
  const set = (part: Partial<IntakeDraft>) => onChange((previous) => ({ ...previous, ...part }));

  const receiving = useMutation({
    mutationFn: ({ form, slip }: { form: Record<string, unknown>; slip?: Slip }) =>
      api.post<Dossier>('/dossiers', intakeBody({ ...draft, form }, procedure, channel, slip), {
        headers: { 'idempotency-key': draft.key },
      }),
    onSuccess: (dossier) => {
      void queries.invalidateQueries({ queryKey: ['dossiers'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      onReceived(dossier);
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      const ofApplicant = error.errors.filter(({ pointer }) => pointer.startsWith('/applicant/'));
      applicantForm.setFields(
        ofApplicant.map(({ pointer, detail }) => ({
          name: pointer.slice(1).split('/') as never,
          errors: [detail],
        })),
      );
      eform.current?.show(error.errors, '/form');
    },
  });

  const receive = useCallback(async () => {
    receiving.reset();
    const answer = eform.current?.submit() ?? { faults: 0 };
    const applicantFaults = await faultsOf(applicantForm);
    setToFix(applicantFaults.length + answer.faults);
    const [first] = applicantFaults;
    // after the e-form has gone to its own first fault: the applicant comes before it on the page
    if (first)
      requestAnimationFrame(() => applicantForm.scrollToField(first, { focus: true, block: 'center' }));
    else if (answer.data) receiving.mutate({ form: answer.data });
  }, [applicantForm, receiving]);

  /** for a slip the form may be unfinished, but not whom it is given to */
  const isApplicantRight = async () => {
    receiving.reset();
    const [first] = await faultsOf(applicantForm);
    if (first) applicantForm.scrollToField(first, { focus: true, block: 'center' });
    return !first;
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // a dialog above the page has its own
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void receive();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [receive]);

  const fill = (filled: IntakeDraft) => {
    onChange(() => filled);
    setFills(fills + 1);
    applicantForm.setFieldsValue({ applicant: filled.applicant as never, hasSubmitter: filled.hasSubmitter });
  };

  return (
    <div className="intake-grid">
      <Flex vertical gap={16}>
        <DraftNotice
          isRestored={keeping.restored?.key === draft.key && isBegun(keeping.restored)}
          isKept={keeping.isKept}
          onStartOver={onClear}
        />
        <LostAnswers lines={lost} />
        {receiving.error && <ErrorPanel error={receiving.error} takesFocus />}
        <Card title={<h2 style={HEADING}>{t('section.applicant')}</h2>}>
          <ApplicantFields form={applicantForm} value={draft} onChange={set} />
          {!isOnline && <DuplicateHint procedure={procedure.code} applicant={draft.applicant} />}
        </Card>
        <Card title={<h2 style={HEADING}>{t('section.form')}</h2>} loading={application.isPending}>
          {application.error && <ErrorPanel error={application.error} onRetry={application.refetch} />}
          {application.data && (
            <EForm
              key={fills}
              ref={eform}
              source={application.data}
              value={draft.form}
              origins={origins}
              onChange={(form) => set({ form })}
            />
          )}
        </Card>
        <Card title={<h2 style={HEADING}>{t('section.papers')}</h2>}>
          {procedure.components.length === 0 ? (
            <p style={{ marginTop: 0 }}>{t('papers.none')}</p>
          ) : (
            <PapersChecklist
              components={procedure.components}
              value={draft.papers}
              onChange={(papers) => set({ papers })}
              filesOnly={isOnline}
            />
          )}
          <Flex gap={32} wrap style={{ marginTop: 16 }}>
            <div>
              <div style={{ marginBottom: 4 }}>{t('papers.extras')}</div>
              <FreeFiles value={draft.extras} onChange={(extras) => set({ extras })} />
            </div>
            {!isOnline && (
              <div>
                <div style={{ marginBottom: 4 }} id="so-bo">
                  {t('papers.sets')}
                </div>
                <InputNumber
                  min={1}
                  max={50}
                  precision={0}
                  value={draft.setCount}
                  onChange={(setCount) => set({ setCount: setCount ?? 1 })}
                  aria-labelledby="so-bo"
                />
              </div>
            )}
          </Flex>
        </Card>
        <Card title={<h2 style={HEADING}>{t('section.delivery')}</h2>}>
          <DeliveryFields
            procedure={procedure}
            value={draft.delivery}
            onChange={(delivery) => set({ delivery })}
          />
        </Card>
      </Flex>
      <IntakeSummary
        procedure={procedure}
        channel={channel}
        draft={draft}
        toFix={toFix}
        isSending={receiving.isPending}
        onReceive={() => void receive()}
        onFill={fill}
        onClear={onClear}
        slips={
          !isOnline && (
            <SlipButtons
              missing={missingPapers(draft, procedure).map(({ name }) => name)}
              isSending={receiving.isPending}
              isApplicantRight={isApplicantRight}
              onEnd={(slip) => receiving.mutateAsync({ form: draft.form ?? {}, slip })}
            />
          )
        }
        print={
          application.data && (
            <PrintForm source={application.data} title={application.data.title} value={draft.form} isBlock />
          )
        }
      />
    </div>
  );
}

const HEADING = { margin: 0, fontSize: 16, fontWeight: 600 };

type ApplicantForm = FormInstance<Pick<IntakeDraft, 'applicant' | 'hasSubmitter'>>;
type FieldPath = Parameters<ApplicantForm['scrollToField']>[0];

/** Names of the fields that are wrong; their sentences are shown by the form itself. */
const faultsOf = (form: ApplicantForm): Promise<FieldPath[]> =>
  form.validateFields().then(
    () => [],
    ({ errorFields }: { errorFields: { name: FieldPath }[] }) => errorFields.map(({ name }) => name),
  );
