import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '../../../forms/fields-of.ts';
import type { UiNode } from '../../../forms/index.ts';
import { nextOptions } from './next-options.ts';

type JsonObject = Record<string, unknown>;

interface Props {
  schema: JsonObject;
  ui: UiNode;
  type: 'select' | 'multiselect';
  /** answers may hold these choices already */
  isStored: boolean;
  onChange: (part: { schema: JsonObject; ui: JsonObject }) => void;
}

/** The choices, one a line; a choice of a saved form that was only renamed keeps its stored value. */
export function OptionsEditor({ schema, ui, type, isStored, onChange }: Props) {
  const { t } = useTranslation('forms');
  const isMany = type === 'multiselect';
  const owner = isMany ? (schema.items as JsonObject) : schema;
  const ownerUi = isMany ? (ui.items ?? ui) : ui;
  const options = optionsOf(owner, [owner], ownerUi) ?? [];
  const shown = options.map(({ label }) => label.vi).join('\n');
  const [typed, setTyped] = useState<string>();

  const write = () => {
    if (typed === undefined || typed === shown) return;
    const { values, names } = nextOptions(
      isStored ? options.map(({ value, label }) => ({ value, label: label.vi })) : [],
      typed,
    );
    const { oneOf: _oneOf, anyOf: _anyOf, ...kept } = owner;
    const chosen = { ...kept, type: 'string', enum: values };
    const entry = { 'ui:enumNames': names };
    setTyped(undefined);
    onChange(
      isMany
        ? {
            schema: { items: chosen },
            ui: { items: names ? { ...ui.items, ...entry } : undefined, 'ui:enumNames': undefined },
          }
        : { schema: { enum: values, oneOf: undefined, anyOf: undefined }, ui: entry },
    );
  };
  const looks = isMany ? ['select', 'checkboxes'] : ['select', 'radio'];
  return (
    <>
      <Form.Item label={t('properties.options')} extra={t('properties.optionsHint')}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={typed ?? shown}
          aria-label={t('properties.options')}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={write}
        />
      </Form.Item>
      <Form.Item label={t('properties.look')}>
        <Select
          value={ui['ui:widget'] ?? 'select'}
          aria-label={t('properties.look')}
          options={looks.map((look) => ({ value: look, label: t(`looks.${look}`) }))}
          onChange={(look) =>
            onChange({ schema: {}, ui: { 'ui:widget': look === 'select' ? undefined : look } })
          }
        />
      </Form.Item>
    </>
  );
}
