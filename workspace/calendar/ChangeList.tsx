import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../forms/show-value.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useCalendarChanges } from './use-calendar.ts';

const DAYS_SHOWN = 6;

/** The last changes: who, on which ground, and which days work otherwise since. */
export function ChangeList() {
  const { t } = useTranslation('calendar');
  const { data, error, refetch } = useCalendarChanges();
  return (
    <Card title={t('changes')} style={{ marginTop: 24 }}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('noChanges')} />}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {data?.map(({ at, by, decidedBy, days }) => (
          <li key={at} style={{ marginBottom: 8 }}>
            <DateTime at={at} /> – {by.name}
            {decidedBy && <> ({decidedBy})</>}:{' '}
            {days
              .slice(0, DAYS_SHOWN)
              .map(({ date, name, change }) =>
                t(`change.${change}`, { date: showDate(date), name: name && ` (${name})` }),
              )
              .join('; ')}
            {days.length > DAYS_SHOWN && t('andMore', { count: days.length - DAYS_SHOWN })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
