import { Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldType, UiNode } from '../../../forms/index.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import type { CanvasProps } from './canvas-props.ts';
import { FeelInput } from './FeelInput.tsx';
import { FieldSources } from './FieldSources.tsx';
import { FieldTexts } from './FieldTexts.tsx';
import { isRequired, setRequired } from './form-model.ts';
import { nameOf, parentPointer, schemaAt, uiAt, updateField } from './form-nodes.ts';
import { OptionsEditor } from './OptionsEditor.tsx';

interface Props extends CanvasProps {
  pointer: string;
  type: FieldType;
}

/** What a designer may say about the chosen field; only what fits its type is shown. */
export function FieldProperties({ pointer, type, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { documents, isReadOnly, onChange } = canvas;
  const schema = schemaAt(documents, pointer);
  const ui = uiAt(documents, pointer) as UiNode;
  const patch = (part: Parameters<typeof updateField>[2], key: string) =>
    onChange(updateField(documents, pointer, part), `${key}.${pointer}`);
  const limits = LIMITS[type] ?? [];
  const isFilledIn = type !== 'note' && type !== 'signature';
  const isColumn = parentPointer(pointer).endsWith('/-');

  return (
    <Form layout="vertical" component="div" className="form-properties" disabled={isReadOnly} size="small">
      <FieldTexts {...canvas} pointer={pointer} type={type} />
      <Form.Item>
        {isFilledIn && (
          <Checkbox
            checked={isRequired(documents, pointer)}
            onChange={({ target }) => onChange(setRequired(documents, pointer, target.checked))}
          >
            {t('properties.required')}
          </Checkbox>
        )}
        {!isColumn && (
          <Checkbox
            checked={ui['ui:span'] === 'full'}
            onChange={({ target }) =>
              patch({ ui: { 'ui:span': target.checked ? 'full' : undefined } }, 'span')
            }
          >
            {t('properties.full')}
          </Checkbox>
        )}
        {isColumn && SUMMED.has(type) && <SumCheckbox {...canvas} pointer={pointer} />}
        {type === 'boolean' && (
          <Checkbox
            checked={schema.const === true}
            onChange={({ target }) =>
              patch({ schema: { const: target.checked ? true : undefined } }, 'const')
            }
          >
            {t('properties.mustTick')}
          </Checkbox>
        )}
      </Form.Item>
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
      {(type === 'select' || type === 'multiselect') && ui['ui:list'] === undefined && (
        <OptionsEditor
          schema={schema}
          ui={ui}
          type={type}
          isStored={canvas.isStored(pointer)}
          onChange={(part) => patch(part, 'options')}
        />
      )}
      {type === 'group' && ui['ui:widget'] !== 'address' && (
        <Form.Item label={t('properties.columns')}>
          <Select
            value={ui['ui:columns'] ?? 2}
            aria-label={t('properties.columns')}
            options={[1, 2, 3].map((count) => ({ value: count, label: t('builder.columns', { count }) }))}
            onChange={(columns) => patch({ ui: { 'ui:columns': columns } }, 'columns')}
          />
        </Form.Item>
      )}
      {type === 'table' && (
        <Form.Item>
          <Switch
            size="small"
            checked={ui['ui:widget'] === 'cards'}
            aria-label={t('properties.asCards')}
            onChange={(cards) => patch({ ui: { 'ui:widget': cards ? 'cards' : undefined } }, 'cards')}
          />{' '}
          {t('properties.asCards')}
        </Form.Item>
      )}
      {limits.length > 0 && (
        <div className="form-property-pair">
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
      <FieldSources ui={ui} type={type} onChange={(part) => patch({ ui: part }, 'sources')} />
      {COMPUTED.has(type) && (
        <FeelInput
          label={t('properties.value')}
          hint={t('properties.valueHint')}
          value={ui['ui:value'] ?? ''}
          onWrite={(feel) => patch({ ui: { 'ui:value': feel } }, 'value')}
        />
      )}
      {(['ui:visibleIf', 'ui:requiredIf'] as const).map(
        (entry) =>
          (isFilledIn || entry === 'ui:visibleIf') && (
            <ConditionEditor
              key={entry}
              {...canvas}
              pointer={pointer}
              entry={entry}
              onWrite={(feel) => patch({ ui: { [entry]: feel } }, entry)}
            />
          ),
      )}
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
const SUMMED: ReadonlySet<FieldType> = new Set(['number', 'integer', 'money']);
const COMPUTED: ReadonlySet<FieldType> = new Set(['text', 'number', 'integer', 'money', 'date', 'boolean']);

/** Shall the sum of this column stand under its table? */
function SumCheckbox({ documents, pointer, onChange }: CanvasProps & { pointer: string }) {
  const { t } = useTranslation('forms');
  const table = parentPointer(parentPointer(pointer));
  const name = nameOf(pointer);
  const sums = (uiAt(documents, table)['ui:sum'] ?? []) as string[];
  const others = sums.filter((column) => column !== name);
  const set = (isSummed: boolean) => {
    const next = isSummed ? [...others, name] : others;
    onChange(updateField(documents, table, { ui: { 'ui:sum': next.length > 0 ? next : undefined } }));
  };
  return (
    <Checkbox checked={sums.includes(name)} onChange={({ target }) => set(target.checked)}>
      {t('properties.sum')}
    </Checkbox>
  );
}
