import { Form, Input, InputNumber, Select, Space } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { attribute, type DiagramElement, setAttributes } from './diagram-element.ts';
import { inheritedPerformer } from './inherited-performer.ts';
import type { Choice, PanelChoices } from './panel-choices.ts';
import { formatDuration, parseDuration, type SpokenDuration } from './step-duration.ts';

interface StepFieldsProps {
  modeler: Modeler;
  element: DiagramElement;
  choices: PanelChoices;
  /** a lane says only who; its steps inherit it */
  performerOnly?: boolean;
}

/** What a procedure owner decides of one step: who, how long, with which form, what comes out. */
export function StepFields({ modeler, element, choices, performerOnly }: StepFieldsProps) {
  const { t } = useTranslation('designer');
  const set = setter(modeler, element);
  const inherited = performerOnly ? {} : inheritedPerformer(modeler, element);
  const ofLane = (choice: Choice[], value: string | undefined, otherwise: string) =>
    value
      ? t('panel.inherited', { name: choice.find((each) => each.value === value)?.label ?? value })
      : otherwise;
  return (
    <>
      <Form.Item label={t('panel.unit')} htmlFor="step-unit">
        <Select
          id="step-unit"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={ofLane(choices.units, inherited.unit, t('panel.unitPlaceholder'))}
          value={attribute(element, 'motcua:unit') || undefined}
          options={choices.units}
          onChange={set('motcua:unit')}
        />
      </Form.Item>
      <Form.Item label={t('panel.role')} htmlFor="step-role">
        <Select
          id="step-role"
          allowClear
          placeholder={ofLane(choices.roles, inherited.role, t('panel.rolePlaceholder'))}
          value={attribute(element, 'motcua:role') || undefined}
          options={choices.roles}
          onChange={set('motcua:role')}
        />
      </Form.Item>
      {!performerOnly && <SameAsField modeler={modeler} element={element} />}
      {!performerOnly && <WorkFields modeler={modeler} element={element} choices={choices} />}
    </>
  );
}

interface ElementRegistry {
  filter(wanted: (element: DiagramElement) => boolean): DiagramElement[];
}

/** The same person as in another step, whoever that was. */
function SameAsField({ modeler, element }: Pick<StepFieldsProps, 'modeler' | 'element'>) {
  const { t } = useTranslation('designer');
  const others = modeler
    .get<ElementRegistry>('elementRegistry')
    .filter(({ id, type, labelTarget }) => type === 'bpmn:UserTask' && id !== element.id && !labelTarget);
  return (
    <Form.Item label={t('panel.sameAs')} htmlFor="step-same-as">
      <Select
        id="step-same-as"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('panel.sameAsNone')}
        value={attribute(element, 'motcua:sameAs') || undefined}
        options={others.map((other) => ({ value: other.id, label: attribute(other, 'name') || other.id }))}
        onChange={setter(modeler, element)('motcua:sameAs')}
      />
    </Form.Item>
  );
}

function WorkFields({ modeler, element, choices }: StepFieldsProps) {
  const { t } = useTranslation('designer');
  const set = setter(modeler, element);
  const list = (name: string) =>
    attribute(element, name)
      .split(/[\s,]+/)
      .filter(Boolean);
  return (
    <>
      <DurationField modeler={modeler} element={element} />
      <Form.Item label={t('panel.form')} htmlFor="step-form">
        <Select
          id="step-form"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('panel.formPlaceholder')}
          value={attribute(element, 'motcua:form') || undefined}
          options={choices.forms}
          onChange={set('motcua:form')}
        />
      </Form.Item>
      <Form.Item label={t('panel.status')} htmlFor="step-status" help={t('panel.statusHelp')}>
        <Select
          id="step-status"
          allowClear
          value={attribute(element, 'motcua:status') || undefined}
          options={choices.statuses}
          onChange={set('motcua:status')}
        />
      </Form.Item>
      <Form.Item label={t('panel.documents')} htmlFor="step-documents">
        <Select
          id="step-documents"
          mode="tags"
          showSearch={{ optionFilterProp: 'label' }}
          value={list('motcua:documents')}
          options={choices.documents}
          onChange={(kinds: string[]) => set('motcua:documents')(kinds.join(' '))}
        />
      </Form.Item>
      <Form.Item label={t('panel.actions')} htmlFor="step-actions" help={t('panel.actionsHelp')}>
        <Select
          id="step-actions"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={list('motcua:actions')}
          options={choices.actions}
          onChange={(actions: string[]) => set('motcua:actions')(actions.join(' '))}
        />
      </Form.Item>
      <Form.Item label={t('panel.citation')} htmlFor="step-citation">
        <Input
          key={element.id}
          id="step-citation"
          defaultValue={attribute(element, 'motcua:citation')}
          onBlur={(event) => set('motcua:citation')(event.target.value)}
        />
      </Form.Item>
    </>
  );
}

const setter = (modeler: Modeler, element: DiagramElement) => (name: string) => (value: string | undefined) =>
  setAttributes(modeler, element, { [name]: value ?? '' });

const KINDS = ['working', 'calendar', 'none'] as const;

function DurationField({ modeler, element }: { modeler: Modeler; element: DiagramElement }) {
  const { t } = useTranslation('designer');
  const iso = attribute(element, 'motcua:duration');
  const kind = attribute(element, 'motcua:durationKind') || 'working';
  const spoken = parseDuration(iso);
  const unit = spoken?.unit ?? 'hours';
  const write = (next: SpokenDuration | undefined) =>
    setAttributes(modeler, element, { 'motcua:duration': next ? formatDuration(next) : '' });
  return (
    <Form.Item label={t('panel.duration')} htmlFor="step-duration">
      <Space.Compact block>
        {kind !== 'none' && (
          <InputNumber
            id="step-duration"
            aria-label={t('panel.duration')}
            min={0.25}
            step={unit === 'days' ? 0.5 : 1}
            style={{ width: '35%' }}
            value={spoken?.amount ?? null}
            onChange={(amount) => write(amount === null ? undefined : { amount, unit })}
          />
        )}
        {kind !== 'none' && (
          <Select
            aria-label={t('panel.durationUnit')}
            style={{ width: '25%' }}
            value={unit}
            options={(['hours', 'days'] as const).map((value) => ({
              value,
              label: t(`panel.durationUnits.${value}`),
            }))}
            onChange={(next) => write({ amount: spoken?.amount ?? 1, unit: next })}
          />
        )}
        <Select
          aria-label={t('panel.durationKind')}
          style={{ flex: 1 }}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`panel.durationKinds.${value}`) }))}
          onChange={(next) =>
            setAttributes(modeler, element, {
              'motcua:durationKind': next === 'working' ? '' : next,
              ...(next === 'none' ? { 'motcua:duration': '' } : {}),
            })
          }
        />
      </Space.Compact>
    </Form.Item>
  );
}
