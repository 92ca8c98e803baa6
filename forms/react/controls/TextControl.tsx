/** A line or several lines of text. What is typed is left as it is: Telex and VNI keep working. */
import { Input } from 'antd';
import type { ChangeEvent, HTMLAttributes } from 'react';
import { type ControlProps, statusOf } from './control-props.ts';

export function TextControl({
  id,
  control,
  value,
  onChange,
  onLeave,
  disabled,
  isWrong,
  aria,
}: ControlProps) {
  const shared = {
    id,
    value: textOf(value),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value === '' ? undefined : event.target.value),
    onBlur: onLeave,
    disabled,
    status: statusOf(isWrong),
    placeholder: control.placeholder,
    ...aria,
  };
  if (control.type === 'textarea') {
    const rows = control.ui['ui:rows'] ?? 3;
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: rows, maxRows: Math.max(rows, 14) }}
        maxLength={control.maxLength}
        showCount={control.maxLength !== undefined && control.maxLength <= 5000}
      />
    );
  }
  const typing = TYPING[control.type];
  return (
    <Input
      {...shared}
      onChange={(event) => {
        const text = typing?.keep
          ? event.target.value.replaceAll(typing.drop as RegExp, '')
          : event.target.value;
        onChange(text === '' ? undefined : text);
      }}
      inputMode={typing?.inputMode}
      maxLength={typing?.maxLength ?? control.maxLength}
      type={control.format === 'password' ? 'password' : 'text'}
      suffix={control.unit}
    />
  );
}

interface Typing {
  inputMode: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  /** characters that cannot belong there are not taken in */
  keep?: boolean;
  drop?: RegExp;
}

const TYPING: Partial<Record<ControlProps['control']['type'], Typing>> = {
  'citizen-id': { inputMode: 'numeric', maxLength: 15, keep: true, drop: /[\s.-]/g },
  phone: { inputMode: 'tel', maxLength: 20 },
  email: { inputMode: 'email', maxLength: 200, keep: true, drop: /\s/g },
  'tax-code': { inputMode: 'numeric', maxLength: 16, keep: true, drop: /\s/g },
};

/** A value of another kind (an old draft, a program's data) is shown as it is, to be corrected. */
const textOf = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
