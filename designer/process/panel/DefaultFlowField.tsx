import { Form, Select } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { type BusinessObject, type DiagramElement, setReference } from './diagram-element.ts';

interface DefaultFlowFieldProps {
  modeler: Modeler;
  element: DiagramElement;
}

/** Which way a gateway takes when no condition holds. */
export function DefaultFlowField({ modeler, element }: DefaultFlowFieldProps) {
  const { t } = useTranslation('designer');
  const flows = (element.businessObject.get('outgoing') ?? []) as BusinessObject[];
  const chosen = element.businessObject.get('default') as BusinessObject | undefined;
  const nameOf = (flow: BusinessObject) => {
    const target = flow.get('targetRef') as BusinessObject | undefined;
    return [flow.name, target?.name ?? target?.id].filter(Boolean).join(' → ');
  };
  return (
    <Form.Item label={t('panel.defaultFlow')} htmlFor="gateway-default" help={t('panel.defaultFlowHelp')}>
      <Select
        id="gateway-default"
        allowClear
        placeholder={t('panel.defaultFlowNone')}
        value={chosen?.id}
        options={flows.map((flow) => ({ value: flow.id, label: nameOf(flow) }))}
        onChange={(id: string | undefined) =>
          setReference(modeler, element, { default: flows.find((flow) => flow.id === id) })
        }
      />
    </Form.Item>
  );
}
