import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button, Card, Flex, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, StatusKey } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PdfPreview } from '../../ui/components/PdfPreview.tsx';
import { usePageTitle } from '../../ui/shell/use-page-title.ts';
import { useDossier } from '../dossier/use-dossier.ts';

type Paper = 'receipt' | 'supplement-request' | 'refusal';

/** The paper that the applicant goes home with when it is not a receipt. */
const SLIPS: Partial<Record<StatusKey, Paper>> = {
  supplement_requested: 'supplement-request',
  rejected_at_intake: 'refusal',
};

/** The reception has ended: the dossier's code, what comes next and when, its receipt or slip to print, and on to the next. */
export function IntakeDone({ dossier, onNext }: { dossier: Dossier; onNext: () => void }) {
  const { t } = useTranslation('intake');
  const paper = SLIPS[dossier.status.key] ?? 'receipt';
  const title = t(`done.title.${paper}`, { code: dossier.code });
  usePageTitle(title);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <Flex vertical gap={16}>
      <Card>
        <Flex gap={16} align="center" wrap>
          {paper === 'receipt' ? (
            <CheckCircleFilled style={{ color: '#1b6e3c', fontSize: 36 }} />
          ) : (
            <ExclamationCircleFilled style={{ color: '#8a5a00', fontSize: 36 }} />
          )}
          <div style={{ flex: 1, minWidth: 260 }} role="status">
            <h1 style={{ margin: 0, fontSize: 22, fontWeight: 600 }}>{title}</h1>
            <WhatNext dossier={dossier} paper={paper} />
          </div>
          <LinkButton to={`/ho-so/${encodeURIComponent(dossier.code)}`}>{t('done.open')}</LinkButton>
          <Button ref={next} type="primary" size="large" onClick={onNext}>
            {t('done.next')}
          </Button>
        </Flex>
      </Card>
      <PaperToPrint code={dossier.code} kind={paper} />
    </Flex>
  );
}

function WhatNext({ dossier: { dueAt, supplementDueAt }, paper }: { dossier: Dossier; paper: Paper }) {
  const { t } = useTranslation('intake');
  if (paper === 'refusal') return <div>{t('done.refused')}</div>;
  const at = paper === 'receipt' ? dueAt : supplementDueAt;
  if (!at) return <div>{t(paper === 'receipt' ? 'done.noDue' : 'done.awaited')}</div>;
  return (
    <div>
      {t(paper === 'receipt' ? 'done.due' : 'done.supplementDue')}{' '}
      <strong>
        <DateTime at={at} />
      </strong>
    </div>
  );
}

function PaperToPrint({ code, kind }: { code: string; kind: Paper }) {
  const { t } = useTranslation('intake');
  const { data } = useDossier(code);
  const paper = data?.documents.find((document) => document.kind === kind);
  if (data && !paper) return null;
  const title = t(`done.paper.${kind}`);
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{title}</h2>}>
      {paper ? <PdfPreview href={paper.href} title={title} /> : <Skeleton active paragraph={{ rows: 8 }} />}
    </Card>
  );
}
