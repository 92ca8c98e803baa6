import { BellOutlined, ClockCircleOutlined, HourglassOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../server/contract/tasks.ts';
import { DateTime } from './DateTime.tsx';
import { type Tone, ToneTag } from './ToneTag.tsx';

/** How pressing a task is, and when it is due. */
export function DueBadge({ urgency, dueAt }: { urgency: Urgency; dueAt?: string }) {
  const { t } = useTranslation('ui');
  if (!dueAt) return <span style={{ color: '#51606f' }}>{t('due.none')}</span>;
  const { tone, icon } = LOOKS[urgency];
  return (
    <span style={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
      <ToneTag tone={tone} icon={icon}>
        {t(`due.${urgency}`)}
      </ToneTag>
      <DateTime at={dueAt} />
    </span>
  );
}

const LOOKS: Record<Urgency, { tone: Tone; icon: ReactNode }> = {
  overdue: { tone: 'danger', icon: <WarningOutlined /> },
  today: { tone: 'warning', icon: <BellOutlined /> },
  soon: { tone: 'info', icon: <HourglassOutlined /> },
  later: { tone: 'neutral', icon: <ClockCircleOutlined /> },
};
