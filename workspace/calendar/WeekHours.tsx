import { useTranslation } from 'react-i18next';
import type { CalendarYear } from '../../server/contract/calendar.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** Office hours of the week; like days that follow each other share a line. */
export function WeekHours({ week }: Pick<CalendarYear, 'week'>) {
  const { t } = useTranslation('calendar');
  const hours = (weekday: string) =>
    (week[weekday] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ') || t('closed');
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const run = runs.at(-1);
    if (run?.hours === hours(weekday)) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, hours: hours(weekday) });
  }
  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 16px', margin: 0 }}>
      {runs.map(({ first, last, hours: text }) => (
        <div key={first} style={{ display: 'contents' }}>
          <dt style={{ color: '#51606f' }}>
            {first === last
              ? t(`weekday.${first}`)
              : t('days', { first: t(`weekday.${first}`), last: t(`weekday.${last}`) })}
          </dt>
          <dd className="numeric" style={{ margin: 0 }}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
