import { Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType, LocalText, UiNode } from '../../../forms/index.ts';
import { localText } from '../../../forms/index.ts';
import { childPointer } from '../../../forms/pointer.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import type { CanvasProps } from './canvas-props.ts';
import {
  isRequired,
  nameOf,
  parentPointer,
  renameField,
  schemaAt,
  setRequired,
  uiAt,
  updateField,
} from './form-model.ts';
import { OptionsEditor } from './OptionsEditor.tsx';

interface Props extends CanvasProps {
  pointer: string;
  type: FieldType;
}

/** What a designer may say about the chosen field; only what fits its type is shown. */
export function FieldProperties({ pointer, type, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { documents, isReadOnly, onChoose, onChange } = canvas;
  const schema = schemaAt(documents, pointer);
  const ui = uiAt(documents, pointer) as UiNode;
  const patch = (part: Parameters<typeof updateField>[2], key: string) =>
    onChange(updateField(documents, pointer, part), `${key}.${pointer}`);
  const limits = LIMITS[type] ?? [];

  return (
    <Form layout="vertical" component="div" className="form-properties" disabled={isReadOnly} size="small">
      <Form.Item label={t('properties.label')}>
        <Input
          value={String(schema.title ?? '')}
          aria-label={t('properties.label')}
          onChange={({ target }) => patch({ schema: { title: target.value } }, 'title')}
        />
      </Form.Item>
      <NameInput
        key={pointer}
        name={nameOf(pointer)}
        taken={Object.keys((schemaAt(documents, parentPointer(pointer)).properties ?? {}) as object)}
        onRename={(name) => {
          onChange(renameField(documents, pointer, name));
          onChoose(childPointer(parentPointer(pointer), name));
        }}
      />
      <Form.Item>
        <Checkbox
          checked={isRequired(documents, pointer)}
          onChange={({ target }) => onChange(setRequired(documents, pointer, target.checked))}
        >
          {t('properties.required')}
        </Checkbox>
        <Checkbox
          checked={ui['ui:span'] === 'full'}
          onChange={({ target }) => patch({ ui: { 'ui:span': target.checked ? 'full' : undefined } }, 'span')}
        >
          {t('properties.full')}
        </Checkbox>
      </Form.Item>
      {(['ui:help', 'ui:message'] as const).map((entry) => (
        <Form.Item key={entry} label={t(`properties.${entry.slice(3)}`)}>
          <Input
            value={localText(ui[entry] as LocalText | undefined, 'vi') ?? ''}
            aria-label={t(`properties.${entry.slice(3)}`)}
            onChange={({ target }) => patch({ ui: { [entry]: target.value || undefined } }, entry)}
          />
        </Form.Item>
      ))}
      {type === 'note' && (
        <Form.Item label={t('properties.noteText')}>
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            value={String(schema.description ?? '')}
            aria-label={t('properties.noteText')}
            onChange={({ target }) => patch({ schema: { description: target.value || undefined } }, 'note')}
          />
        </Form.Item>
      )}
      {UNITS.has(type) && (
        <Form.Item label={t('properties.unit')}>
          <Input
            value={localText(ui['ui:unit'], 'vi') ?? ''}
            aria-label={t('properties.unit')}
            onChange={({ target }) => patch({ ui: { 'ui:unit': target.value || undefined } }, 'unit')}
          />
        </Form.Item>
      )}
      {type === 'date' && (
        <Form.Item label={t('properties.dateKind')}>
          <Select
            value={String(schema.format ?? 'date')}
            aria-label={t('properties.dateKind')}
            options={['date', 'past-date', 'future-date', 'adult-birth-date'].map((format) => ({
              value: format,
              label: t(`dateKinds.${format}`),
            }))}
            onChange={(format) => patch({ schema: { format } }, 'format')}
          />
        </Form.Item>
      )}
      {(type === 'select' || type === 'multiselect') && (
        <OptionsEditor schema={schema} ui={ui} type={type} onChange={(part) => patch(part, 'options')} />
      )}
      {limits.length > 0 && (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(2, 1fr)', gap: 8 }}>
          {limits.map((limit) => (
            <Form.Item key={limit} label={t(`limits.${limit}`)}>
              <InputNumber
                style={{ width: '100%' }}
                value={schema[limit] as number | undefined}
                aria-label={t(`limits.${limit}`)}
                onChange={(value) => patch({ schema: { [limit]: value ?? undefined } }, limit)}
              />
            </Form.Item>
          ))}
        </div>
      )}
      {type === 'boolean' && (
        <Form.Item>
          <Switch
            size="small"
            checked={schema.const === true}
            aria-label={t('properties.mustTick')}
            onChange={(must) => patch({ schema: { const: must ? true : undefined } }, 'const')}
          />{' '}
          {t('properties.mustTick')}
        </Form.Item>
      )}
      <ConditionEditor
        {...canvas}
        pointer={pointer}
        entry="ui:visibleIf"
        onWrite={(feel) => patch({ ui: { 'ui:visibleIf': feel } }, 'visible')}
      />
      <ConditionEditor
        {...canvas}
        pointer={pointer}
        entry="ui:requiredIf"
        onWrite={(feel) => patch({ ui: { 'ui:requiredIf': feel } }, 'requiredIf')}
      />
    </Form>
  );
}

const LENGTHS = ['minLength', 'maxLength'];
const BOUNDS = ['minimum', 'maximum'];
const ROWS = ['minItems', 'maxItems'];
const LIMITS: Partial<Record<FieldType, string[]>> = {
  text: LENGTHS,
  textarea: LENGTHS,
  number: BOUNDS,
  integer: BOUNDS,
  money: BOUNDS,
  table: ROWS,
  list: ROWS,
  multiselect: ROWS,
  files: ROWS,
};
const UNITS: ReadonlySet<FieldType> = new Set(['text', 'number', 'integer', 'money']);

interface NameInputProps {
  name: string;
  taken: string[];
  onRename: (name: string) => void;
}

/** The name that papers and conditions call the field by; changed when the input is left. */
function NameInput({ name, taken, onRename }: NameInputProps) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState(name);
  const isGood = /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(typed) && (typed === name || !taken.includes(typed));
  return (
    <Form.Item
      label={t('properties.name')}
      validateStatus={isGood ? undefined : 'error'}
      help={isGood ? undefined : t('properties.nameWrong')}
    >
      <Input
        value={typed}
        aria-label={t('properties.name')}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => isGood && typed !== name && onRename(typed)}
      />
    </Form.Item>
  );
}
