/** Numbers and amounts: thousand separators while typing, the amount in words below. */
import { InputNumber } from 'antd';
import { moneyInWords } from '../../money-in-words.ts';
import { useFormScreen } from '../form-context.ts';
import { type ControlProps, statusOf } from './control-props.ts';

export function NumberControl({
  id,
  control,
  value,
  onChange,
  onLeave,
  disabled,
  isWrong,
  aria,
}: ControlProps) {
  const { language, say } = useFormScreen();
  const isMoney = control.type === 'money';
  const decimal = language === 'vi' ? ',' : '.';
  const thousands = language === 'vi' ? '.' : ',';
  const words = isMoney && typeof value === 'number' && value !== 0 ? moneyInWords(value) : '';
  return (
    <>
      <InputNumber
        {...aria}
        id={id}
        className="mc-number"
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
        onBlur={onLeave}
        disabled={disabled}
        status={statusOf(isWrong)}
        placeholder={control.placeholder}
        controls={false}
        keyboard={false}
        inputMode={control.type === 'number' ? 'decimal' : 'numeric'}
        precision={control.type === 'number' ? undefined : 0}
        decimalSeparator={decimal}
        formatter={(shown, { userTyping, input }) =>
          userTyping && !isMoney ? input : grouped(shown, thousands, decimal)
        }
        parser={(text) => ungrouped(text ?? '', thousands, decimal) as unknown as number}
        suffix={control.unit ?? (isMoney ? say('currency') : undefined)}
      />
      {words && language === 'vi' ? <div className="mc-help">{say('inWords', { words })}</div> : null}
    </>
  );
}

function grouped(value: unknown, thousands: string, decimal: string): string {
  if (value === undefined || value === null || value === '') return '';
  const [whole = '', fraction] = String(value).replace(decimal, '.').split('.');
  const shown = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return fraction === undefined ? shown : `${shown}${decimal}${fraction}`;
}

function ungrouped(text: string, thousands: string, decimal: string): string {
  return text
    .replaceAll(thousands, '')
    .replace(decimal, '.')
    .replaceAll(/[^\d.-]/g, '');
}
