import { Input } from 'antd';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate, showDate } from '../../forms/show-value.ts';

interface Props {
  id?: string;
  /** `yyyy-mm-dd` */
  value?: string;
  /** told when what is typed reads as a day, or is empty */
  onChange?: (day: string | undefined) => void;
  'aria-label'?: string;
  /** words before the day, inside the field */
  prefix?: string;
  style?: CSSProperties;
}

/** A day typed as dd/mm/yyyy; `17042026` and `17/4/2026` are understood. A field of an antd form. */
export function DayInput({ value = '', onChange, prefix, ...input }: Props) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState({ value, text: showDate(value) });
  const text = typed.value === value ? typed.text : showDate(value);
  const isRead = text.trim() === '' || readDate(text) !== undefined;
  const type = (next: string) => {
    const day = readDate(next);
    setTyped({ value: day ?? value, text: next });
    if (day || next.trim() === '') onChange?.(day);
  };
  return (
    <Input
      {...input}
      value={text}
      inputMode="numeric"
      maxLength={10}
      placeholder={t('day.placeholder')}
      prefix={prefix && <span style={{ color: '#51606f' }}>{prefix}</span>}
      status={isRead || text.length < 10 ? '' : 'error'}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped({ value, text: showDate(value) })}
    />
  );
}
