import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { TimeByUnit } from './TimeByUnit.tsx';

/** How the due date came about, line by line, so that a clerk can explain it at the counter. */
export function ClockExplanation({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  const { may } = useSession();
  const { clock, dueAt, supplementDueAt } = dossier;
  return (
    <>
      <p style={{ margin: '8px 0 16px' }}>
        <ToneTag tone={TONES[clock.state]}>{t(`clock.${clock.state}`)}</ToneTag>{' '}
        {dueAt && (
          <>
            {t('field.dueAt')}: <DateTime at={dueAt} />
          </>
        )}
        {supplementDueAt && (
          <>
            {' '}
            {t('clock.supplementDueAt')}: <DateTime at={supplementDueAt} />
          </>
        )}
      </p>
      {clock.explain.length === 0 ? (
        <EmptyState title={t('clock.none')} />
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey={(line) => `${line.at ?? ''}${line.text}`}
          dataSource={clock.explain}
          columns={[
            { title: t('clock.at'), width: 160, render: (_, { at }) => at && <DateTime at={at} /> },
            { title: t('clock.what'), dataIndex: 'text' },
          ]}
        />
      )}
      {may('desk') && <TimeByUnit dossier={dossier} />}
    </>
  );
}

const TONES: Record<Dossier['clock']['state'], Tone> = {
  running: 'info',
  paused: 'warning',
  stopped: 'neutral',
  'not-started': 'neutral',
};
