import { Form, Input, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProcedureChoices } from './use-procedure-choices.ts';

const LIMIT_UNITS = ['working-days', 'working-hours', 'calendar-days', 'same-day'] as const;
const CODE = /^\d+\.\d{6}(\.H\d{2})?$/;

/** What it is, who resolves it and takes it in, and within how long. */
export function ProcedureFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation('designer');
  const { units, forms } = useProcedureChoices();
  const required = [{ required: true, message: t('life.required') }];
  return (
    <>
      {isNew && (
        <Form.Item
          name="code"
          label={t('list.code')}
          rules={[...required, { pattern: CODE, message: t('procedures.codePattern') }]}
        >
          <Input placeholder="1.009645" style={{ maxWidth: 240 }} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('list.name')} rules={required}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <Form.Item name="field" label={t('procedures.field')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unit" label={t('list.unit')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
      </Form.Item>
      <Form.Item name="receivingUnits" label={t('procedures.receivingUnits')} rules={required}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={units} />
      </Form.Item>
      <Form.Item label={t('procedures.timeLimit')} required>
        <Space>
          <Form.Item name={['timeLimit', 'amount']} noStyle rules={required}>
            <InputNumber aria-label={t('procedures.timeLimit')} min={0.5} />
          </Form.Item>
          <Form.Item name={['timeLimit', 'unit']} noStyle>
            <Select
              aria-label={t('procedures.limitUnit')}
              style={{ width: 260 }}
              options={LIMIT_UNITS.map((unit) => ({
                value: unit,
                label: t(`procedures.limitUnits.${unit}`),
              }))}
            />
          </Form.Item>
        </Space>
      </Form.Item>
      <Form.Item name={['timeLimit', 'citation']} label={t('procedures.limitCitation')}>
        <Input maxLength={500} placeholder={t('procedures.citationExample')} />
      </Form.Item>
      <Form.Item name="form" label={t('procedures.form')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={forms} />
      </Form.Item>
      <Form.Item name="result" label={t('procedures.result')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}
