import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { civilDay } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { ChangeList } from './ChangeList.tsx';
import { RecountPanel } from './RecountPanel.tsx';
import { useCalendarYear } from './use-calendar.ts';
import { YearEditor } from './YearEditor.tsx';

/** The working calendar by year; what its changes did to promised due dates is counted again here. */
export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  const { session } = useSession();
  const [year, setYear] = useState(() => Number(civilDay(session?.now ?? '').slice(0, 4)));
  const { data, error, refetch, isPending } = useCalendarYear(year);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <Flex align="center" gap={8}>
            <Button
              icon={<LeftOutlined />}
              aria-label={t('yearBefore')}
              onClick={() => setYear((old) => old - 1)}
            />
            <strong className="numeric" style={{ fontSize: 18, minWidth: 56, textAlign: 'center' }}>
              {year}
            </strong>
            <Button
              icon={<RightOutlined />}
              aria-label={t('yearAfter')}
              onClick={() => setYear((old) => old + 1)}
            />
          </Flex>
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <Skeleton active />
      ) : (
        !error && <YearEditor key={year} year={year} entered={data ?? null} />
      )}
      <RecountPanel />
      <ChangeList />
    </>
  );
}
