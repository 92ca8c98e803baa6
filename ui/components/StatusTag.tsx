import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  DollarOutlined,
  FileAddOutlined,
  InboxOutlined,
  PauseCircleOutlined,
  RollbackOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusKey } from '../../server/contract/dossiers.ts';
import { type Tone, ToneTag } from './ToneTag.tsx';

/** The dossier's business status (domain 4.1): word, sign and colour. */
export function StatusTag({ status }: { status: StatusKey }) {
  const { t } = useTranslation('ui');
  const { tone, icon } = LOOKS[status];
  return (
    <ToneTag tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </ToneTag>
  );
}

const LOOKS: Record<StatusKey, { tone: Tone; icon: ReactNode }> = {
  registered: { tone: 'neutral', icon: <InboxOutlined /> },
  accepted: { tone: 'info', icon: <CheckCircleOutlined /> },
  rejected_at_intake: { tone: 'danger', icon: <CloseCircleOutlined /> },
  in_progress: { tone: 'info', icon: <SyncOutlined /> },
  supplement_requested: { tone: 'warning', icon: <FileAddOutlined /> },
  payment_required: { tone: 'warning', icon: <DollarOutlined /> },
  withdrawal_requested: { tone: 'warning', icon: <RollbackOutlined /> },
  suspended: { tone: 'warning', icon: <PauseCircleOutlined /> },
  stopped: { tone: 'danger', icon: <StopOutlined /> },
  resolved: { tone: 'success', icon: <ClockCircleOutlined /> },
  returned: { tone: 'success', icon: <CheckCircleOutlined /> },
};
