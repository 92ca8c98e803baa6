import { Skeleton, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useHistory } from './use-dossier.ts';

/** Every event of the dossier, newest first: when, what, who and why. */
export function HistoryTimeline({ code }: { code: string }) {
  const { t } = useTranslation('dossier');
  const { data, error, refetch } = useHistory(code);
  if (error) return <ErrorPanel error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  if (data.length === 0) return <EmptyState title={t('history.none')} />;
  const newestFirst = data.toSorted((one, other) => other.seq - one.seq);
  return (
    <Timeline
      style={{ marginTop: 12 }}
      items={newestFirst.map((event) => ({
        key: event.seq,
        content: (
          <>
            <div>{event.text}</div>
            {event.reason && <div>{t('history.reason', { reason: event.reason })}</div>}
            <div style={{ color: '#51606f', fontSize: 13.5 }}>
              <DateTime at={event.at} /> · {event.actor.name}
            </div>
          </>
        ),
      }))}
    />
  );
}
