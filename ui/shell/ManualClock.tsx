import { FieldTimeOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Popover, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { DayTimeInput } from '../components/DayTimeInput.tsx';
import { sentencesOf } from '../components/ErrorPanel.tsx';
import { formatInstant, instantOf } from '../format/format-time.ts';
import { useSession } from '../session/session-context.tsx';

/** `CLOCK=manual`: reads the test clock and moves it; what is due by then has happened when it answers. */
export function ManualClock({ now }: { now: string }) {
  const { t } = useTranslation('ui');
  const { message } = App.useApp();
  const { may } = useSession();
  const queries = useQueryClient();
  const [target, setTarget] = useState<string>();
  const [isMoving, setMoving] = useState(false);

  const isStill = isMoving || !may('admin');

  const move = async (body: { now: string } | { advance: string }) => {
    setMoving(true);
    try {
      const moved = await api.post<{ now: string }>('/admin/clock', body);
      await queries.invalidateQueries();
      void message.success(t('clock.moved', { time: formatInstant(moved.now) }));
    } catch (error) {
      const { title, detail } = sentencesOf(error, t);
      void message.error(detail ?? title);
    } finally {
      setMoving(false);
    }
  };

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('clock.label')}
      content={
        <Flex vertical gap={12} style={{ width: 300 }}>
          <span>{t('clock.about')}</span>
          {!may('admin') && <span>{t('clock.only')}</span>}
          <Space wrap>
            <Button disabled={isStill} onClick={() => move({ advance: 'PT4H' })}>
              {t('clock.advanceHours', { count: 4 })}
            </Button>
            <Button disabled={isStill} onClick={() => move({ advance: 'P1D' })}>
              {t('clock.advanceDays', { count: 1 })}
            </Button>
            <Button disabled={isStill} onClick={() => move({ advance: 'P7D' })}>
              {t('clock.advanceDays', { count: 7 })}
            </Button>
          </Space>
          <Flex gap={8}>
            <DayTimeInput startingTime="08:00" onChange={setTarget} />
            <Button
              type="primary"
              disabled={!target || isStill}
              onClick={() => target && move({ now: localInstant(target) })}
            >
              {t('clock.move')}
            </Button>
          </Flex>
        </Flex>
      }
    >
      <Button icon={<FieldTimeOutlined />} aria-label={`${t('clock.label')}: ${formatInstant(now)}`}>
        <span className="numeric motcua-hide-on-phone">{formatInstant(now)}</span>
      </Button>
    </Popover>
  );
}

/** @param local `yyyy-mm-ddTHH:mm` in Vietnam's time */
const localInstant = (local: string): string => {
  const [day = '', time = ''] = local.split('T');
  return instantOf(day, time);
};
