import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

const SUPPLEMENT = ['reset', 'shift'] as const;

/** What sector law says of supplements and extensions (DL14, DL15, DL19-DL21). */
export function PolicyFields() {
  const { t } = useTranslation('designer');
  return (
    <fieldset className="procedure-rows">
      <legend>{t('procedures.policies')}</legend>
      <div className="procedure-policies">
        <Form.Item name={['policies', 'supplement']} label={t('procedures.supplement')}>
          <Select
            options={SUPPLEMENT.map((value) => ({ value, label: t(`procedures.supplements.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name={['policies', 'supplementTimes']} label={t('procedures.supplementTimes')}>
          <InputNumber min={0} max={20} />
        </Form.Item>
        <Form.Item name={['policies', 'extensionTimes']} label={t('procedures.extensionTimes')}>
          <InputNumber min={0} max={20} />
        </Form.Item>
        <Form.Item
          name={['policies', 'extensionShare']}
          label={t('procedures.extensionShare')}
          getValueProps={(share?: number) => ({ value: share === undefined ? share : percentOf(share) })}
          getValueFromEvent={(percent: number | null) => (percent ?? 0) / 100}
        >
          <InputNumber min={0} max={200} suffix="%" />
        </Form.Item>
        <Form.Item
          name={['policies', 'extensionNoticeDays']}
          label={t('procedures.extensionNoticeDays')}
          help={t('procedures.extensionNoticeHelp')}
        >
          <InputNumber min={0} max={60} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

/** To a tenth: a third is 33.3 %. */
const percentOf = (share: number): number => Math.round(share * 1000) / 10;
