import { Flex, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { useUnits } from '../procedure/UnitSelect.tsx';
import type { IntakeDraft } from './intake-draft.ts';

interface Props {
  procedure: Procedure;
  value: IntakeDraft['delivery'];
  onChange: (value: IntakeDraft['delivery']) => void;
}

/** How the result is handed over, and by which of the procedure's counters (R060, R063). */
export function DeliveryFields({ procedure, value, onChange }: Props) {
  const { t } = useTranslation('intake');
  const { data: units } = useUnits();
  const counters = procedure.receivingUnits.map((id) => ({
    value: id,
    label: units?.find((unit) => unit.id === id)?.name ?? id,
  }));
  return (
    <Flex vertical gap={12} align="start">
      <Radio.Group
        aria-label={t('delivery.method')}
        value={value.method}
        onChange={(event) => onChange({ ...value, method: event.target.value })}
        options={(['counter', 'postal', 'electronic'] as const).map((method) => ({
          value: method,
          label: t(`dossier:method.${method}`),
        }))}
      />
      {value.method === 'postal' && (
        <Input
          aria-label={t('delivery.address')}
          placeholder={t('delivery.address')}
          maxLength={300}
          value={value.address}
          onChange={(event) => onChange({ ...value, address: event.target.value })}
        />
      )}
      {value.method === 'counter' && counters.length > 1 && (
        <Select<string>
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('delivery.unit')}
          placeholder={t('delivery.sameUnit')}
          value={value.unit ?? null}
          onChange={(unit) => onChange({ ...value, unit: unit ?? undefined })}
          options={counters}
          loading={!units}
          style={{ width: '100%', maxWidth: 520 }}
        />
      )}
    </Flex>
  );
}
