import { Alert, Button, Card, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { Channel, CreateDossier } from '../../server/contract/dossiers.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { FeeList } from '../procedure/FeeList.tsx';
import { timeLimitText } from '../procedure/time-limit-text.ts';
import { draftOfSample, type IntakeDraft, missingPapers } from './intake-draft.ts';

interface Props {
  procedure: Procedure;
  channel: Channel;
  draft: IntakeDraft;
  /** how many fields the last check found wrong */
  toFix: number;
  isSending: boolean;
  onReceive: () => void;
  onFill: (draft: IntakeDraft) => void;
  onClear: () => void;
  /** how else the reception may end */
  slips?: ReactNode;
  /** the filled-in form on paper */
  print?: ReactNode;
}

/** Beside the form all the time: what is being taken in, what is missing, and the button. */
export function IntakeSummary({
  procedure,
  channel,
  draft,
  toFix,
  isSending,
  onReceive,
  onFill,
  onClear,
  slips,
  print,
}: Props) {
  const { t } = useTranslation('intake');
  const { session } = useSession();
  const isOnline = channel === 'online';
  const missing = missingPapers(draft, procedure);
  const [sample] = procedure.samples ?? [];
  const facts: [label: string, value: React.ReactNode][] = [
    [t('summary.procedure'), procedure.name],
    [
      t('summary.limit'),
      timeLimitText(procedure.timeLimit, (key, values) => t(`procedure:${key}`, { ...values })),
    ],
    [t('summary.fees'), <FeeList key="fees" fees={procedure.fees} />],
    [t('summary.applicant'), draft.applicant.fullName || '–'],
    [
      t('summary.papers'),
      t('summary.papersThere', {
        there: procedure.components.filter(({ required }) => required).length - missing.length,
        all: procedure.components.filter(({ required }) => required).length,
      }),
    ],
  ];
  return (
    <Card
      className="intake-aside"
      title={
        <h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>
          {isOnline ? t('summary.onlineTitle') : t('summary.title')}
        </h2>
      }
    >
      <dl style={{ display: 'grid', gap: 10, margin: '0 0 16px' }}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt style={{ color: '#51606f', fontSize: 13.5 }}>{label}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      <Flex vertical gap={8}>
        {missing.length > 0 && (
          <Alert type="warning" showIcon title={t('summary.papersMissing', { count: missing.length })} />
        )}
        {toFix > 0 && (
          <Alert type="error" showIcon role="alert" title={t('summary.toFix', { count: toFix })} />
        )}
        <Button type="primary" size="large" block loading={isSending} onClick={onReceive}>
          {isOnline ? t('summary.submit') : t('summary.receive')}
        </Button>
        <div style={{ color: '#51606f', fontSize: 13.5, textAlign: 'center' }}>{t('summary.shortcut')}</div>
        {slips}
        {print}
        {session?.manualClock && sample && (
          <Button block onClick={() => onFill(draftOfSample(sample as unknown as CreateDossier, draft))}>
            {t('summary.sample')}
          </Button>
        )}
        <ConfirmButton type="text" block question={t('summary.clearQuestion')} onConfirm={onClear}>
          {t('summary.clear')}
        </ConfirmButton>
        <div style={{ color: '#51606f', fontSize: 13 }}>{t('summary.kept')}</div>
      </Flex>
    </Card>
  );
}
