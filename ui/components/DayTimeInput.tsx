import { Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from './DayInput.tsx';

interface Props {
  id?: string;
  /** `yyyy-mm-ddTHH:mm` in Vietnam's time */
  value?: string;
  /** told when day and hour are both there */
  onChange?: (value: string | undefined) => void;
  /** the hour to start with, `HH:mm` */
  startingTime?: string;
}

/** A day and an hour, typed. A field of an antd form. */
export function DayTimeInput({ id, value, onChange, startingTime = '17:00' }: Props) {
  const { t } = useTranslation('ui');
  const [day, setDay] = useState(value?.slice(0, 10));
  const [time, setTime] = useState(value?.slice(11, 16) ?? startingTime);
  const tell = (nextDay: string | undefined, nextTime: string) =>
    onChange?.(nextDay && TIME.test(nextTime) ? `${nextDay}T${nextTime}` : undefined);
  return (
    <Space.Compact>
      <DayInput
        id={id}
        aria-label={t('day.day')}
        value={day}
        style={{ width: 140 }}
        onChange={(next) => {
          setDay(next);
          tell(next, time);
        }}
      />
      <Input
        aria-label={t('day.time')}
        value={time}
        maxLength={5}
        inputMode="numeric"
        placeholder="HH:mm"
        status={TIME.test(time) ? '' : 'error'}
        style={{ width: 84 }}
        onChange={(event) => {
          setTime(event.target.value);
          tell(day, event.target.value);
        }}
      />
    </Space.Compact>
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
