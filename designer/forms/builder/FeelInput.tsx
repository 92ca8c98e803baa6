import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isExpression } from '../../../forms/feel.ts';

interface Props {
  label: string;
  hint?: string;
  value: string;
  /** told when the input is left and what stands there can be read; empty means none */
  onWrite: (feel: string | undefined) => void;
}

/** One FEEL expression. What cannot be read is said here and not written into the form. */
export function FeelInput({ label, hint, value, onWrite }: Props) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const isGood = typed.trim() === '' || isExpression(typed);
  return (
    <Form.Item
      label={label}
      validateStatus={isGood ? undefined : 'error'}
      help={isGood ? undefined : t('properties.feelWrong')}
      extra={hint}
    >
      <Input
        className="form-feel"
        value={typed}
        aria-label={label}
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => isGood && typed.trim() !== value && onWrite(typed.trim() || undefined)}
      />
    </Form.Item>
  );
}
