import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayTimeInput } from '../../../ui/components/DayTimeInput.tsx';
import { FreeFiles } from '../../papers/FreeFiles.tsx';
import { UnitSelect } from '../../procedure/UnitSelect.tsx';
import type { FieldName } from './operation-table.ts';
import { PaymentItems } from './PaymentItems.tsx';

/** One field of an operation's dialog, by its name in the table. */
export function OperationField({ name }: { name: FieldName }) {
  const { t } = useTranslation('dossier');
  return FIELDS[name](t);
}

const required = (t: TFunction) => ({ required: true, message: t('operation.missing') });

const FIELDS: Record<FieldName, (t: TFunction) => ReactNode> = {
  reason: (t) => (
    <Form.Item
      name="reason"
      label={t('operation.field.reason')}
      rules={[{ ...required(t), whitespace: true }]}
    >
      <Input.TextArea rows={3} maxLength={2000} autoFocus />
    </Form.Item>
  ),
  note: (t) => (
    <Form.Item name="note" label={t('operation.field.note')}>
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  ),
  papers: (t) => (
    <Form.Item name="papers" label={t('operation.field.papers')} extra={t('operation.field.papersHint')}>
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['\n', ';']} />
    </Form.Item>
  ),
  days: (t) => (
    <Form.Item name="days" label={t('operation.field.days')}>
      <InputNumber min={1} max={365} precision={0} style={{ width: 160 }} />
    </Form.Item>
  ),
  items: (t) => <PaymentItems label={t('operation.field.items')} />,
  method: (t) => (
    <Form.Item name="method" label={t('operation.field.payMethod')} rules={[required(t)]}>
      <Radio.Group
        options={['cash', 'transfer', 'card'].map((value) => ({ value, label: t(`payMethod.${value}`) }))}
      />
    </Form.Item>
  ),
  reference: (t) => (
    <Form.Item name="reference" label={t('operation.field.reference')}>
      <Input maxLength={100} />
    </Form.Item>
  ),
  amount: (t) => (
    <Form.Item name="amount" label={t('operation.field.amount')} rules={[required(t)]}>
      <InputNumber<number> min={0} step={1000} precision={0} suffix="₫" style={{ width: 220 }} {...GROUPED} />
    </Form.Item>
  ),
  dueAt: (t) => (
    <Form.Item name="dueAt" label={t('operation.field.dueAt')} rules={[required(t)]}>
      <DayTimeInput />
    </Form.Item>
  ),
  unit: (t) => (
    <Form.Item name="unit" label={t('operation.field.unit')} rules={[required(t)]}>
      <UnitSelect />
    </Form.Item>
  ),
  outcome: (t) => (
    <Form.Item name="outcome" label={t('operation.field.outcome')} rules={[required(t)]}>
      <Radio.Group
        options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
    </Form.Item>
  ),
  outcomeReason: (t) => (
    <Form.Item
      name="reason"
      label={t('operation.field.outcomeReason')}
      dependencies={['outcome']}
      rules={[
        ({ getFieldValue }) => ({
          required: getFieldValue('outcome') === 'refused',
          message: t('operation.missing'),
        }),
      ]}
    >
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  ),
  attachments: (t) => (
    <Form.Item name="attachments" label={t('operation.field.attachments')}>
      <FreeFiles />
    </Form.Item>
  ),
  to: (t) => (
    <Form.Item name="to" label={t('operation.field.to')} rules={[{ ...required(t), whitespace: true }]}>
      <Input maxLength={200} autoFocus />
    </Form.Item>
  ),
  delivery: (t) => (
    <Form.Item name="method" label={t('operation.field.delivery')} rules={[required(t)]}>
      <Radio.Group
        options={['counter', 'postal', 'electronic'].map((value) => ({ value, label: t(`method.${value}`) }))}
      />
    </Form.Item>
  ),
};

const GROUPED = {
  formatter: (value?: number | string) => `${value ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, '.'),
  parser: (text?: string) => Number(text?.replace(/\D/g, '') ?? 0),
};
