import { Form, Input, Radio } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayTimeInput } from '../../ui/components/DayTimeInput.tsx';
import type { DocumentField } from './document-actions.ts';

/** One field of a paper's dialog, by its name in the table. */
export function DocumentFormField({ name }: { name: DocumentField }) {
  const { t } = useTranslation('documents');
  return FIELDS[name](t);
}

const required = (t: TFunction) => ({ required: true, whitespace: true, message: t('missing') });

const FIELDS: Record<DocumentField, (t: TFunction) => ReactNode> = {
  reason: (t) => (
    <Form.Item name="reason" label={t('field.reason')} rules={[required(t)]}>
      <Input.TextArea rows={3} maxLength={2000} autoFocus />
    </Form.Item>
  ),
  letter: (t) => (
    <Form.Item name="reason" label={t('field.letter')} rules={[required(t)]}>
      <Input.TextArea rows={5} maxLength={2000} autoFocus />
    </Form.Item>
  ),
  text: (t) => (
    <Form.Item name="text" label={t('field.text')} extra={t('field.textHint')}>
      <Input.TextArea rows={4} maxLength={2000} />
    </Form.Item>
  ),
  newDate: (t) => (
    <Form.Item name="newDate" label={t('field.newDate')} rules={[{ required: true, message: t('missing') }]}>
      <DayTimeInput />
    </Form.Item>
  ),
  to: (t) => (
    <Form.Item name="to" label={t('field.to')} rules={[required(t)]}>
      <Input maxLength={200} autoFocus />
    </Form.Item>
  ),
  method: (t) => (
    <Form.Item name="method" label={t('field.method')} rules={[required(t)]}>
      <Radio.Group
        options={['counter', 'postal', 'electronic'].map((value) => ({ value, label: t(`method.${value}`) }))}
      />
    </Form.Item>
  ),
};
