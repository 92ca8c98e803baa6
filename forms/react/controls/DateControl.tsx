/** A day, typed as dd/mm/yyyy (17/4/2026 and 17042026 are understood) or chosen from a calendar. */
import { CalendarOutlined } from '@ant-design/icons';
import { Button, Calendar, Input, Popover } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { readDate, showDate } from '../../show-value.ts';
import { useFormScreen } from '../form-context.ts';
import { type ControlProps, statusOf } from './control-props.ts';

export function DateControl({
  id,
  control,
  value,
  onChange,
  onLeave,
  disabled,
  isWrong,
  aria,
}: ControlProps) {
  const { say } = useFormScreen();
  const stored = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(() => ({ stored, text: showDate(stored) }));
  const [isOpen, setOpen] = useState(false);
  const text = typed.stored === stored ? typed.text : showDate(stored);

  const type = (next: string) => {
    // what does not read as a day is kept as typed: the sentence below says what is wrong
    const nextStored = readDate(next) ?? next;
    setTyped({ stored: nextStored, text: next });
    onChange(nextStored === '' ? undefined : nextStored);
  };
  const leave = () => {
    setTyped({ stored, text: showDate(stored) });
    onLeave();
  };
  const chosen = dayjs(stored);

  return (
    <Input
      {...aria}
      id={id}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      disabled={disabled}
      status={statusOf(isWrong)}
      placeholder={control.placeholder ?? say('dayPlaceholder')}
      inputMode="numeric"
      maxLength={12}
      suffix={
        disabled ? undefined : (
          <Popover
            trigger="click"
            open={isOpen}
            onOpenChange={setOpen}
            placement="bottomRight"
            content={
              <div className="mc-calendar">
                {isOpen ? (
                  <Calendar
                    fullscreen={false}
                    defaultValue={chosen.isValid() ? chosen : undefined}
                    onSelect={(day, { source }) => {
                      type(day.format('DD/MM/YYYY'));
                      if (source === 'date') setOpen(false);
                    }}
                  />
                ) : null}
              </div>
            }
          >
            <Button
              type="text"
              size="small"
              className="mc-date-button"
              icon={<CalendarOutlined />}
              aria-label={`${say('chooseDay')}: ${control.label}`}
            />
          </Popover>
        )
      }
    />
  );
}
