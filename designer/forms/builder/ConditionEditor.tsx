import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../forms/index.ts';
import type { CanvasProps } from './canvas-props.ts';
import {
  type Comparison,
  type ConditionRow,
  type ConditionSentence,
  isNameable,
  readCondition,
  writeCondition,
} from './condition-sentence.ts';
import { FeelInput } from './FeelInput.tsx';
import { uiAt } from './form-nodes.ts';
import { fieldsSeenFrom } from './seen-fields.ts';

interface Props extends CanvasProps {
  pointer: string;
  entry: 'ui:visibleIf' | 'ui:requiredIf';
  onWrite: (feel: string | undefined) => void;
}

/** "Hiện khi ..." as rows of a sentence; what rows cannot say is edited as FEEL. */
export function ConditionEditor({ documents, form, pointer, entry, onWrite }: Props) {
  const { t } = useTranslation('forms');
  const stored = String(uiAt(documents, pointer)[entry] ?? '');
  // a row that is not complete yet lives here only
  const [unfinished, setUnfinished] = useState<ConditionSentence>();
  const sentence = unfinished ?? readCondition(stored);
  const [wantsFeel, setWantsFeel] = useState(false);
  const fields = fieldsSeenFrom(form?.fields ?? [], pointer).filter(isComparable);
  const label = t(`conditions.${entry.slice(3)}`);
  const head = (
    <span className="form-condition-head">
      {label}
      <Segmented<'sentence' | 'feel'>
        size="small"
        value={sentence && !wantsFeel ? 'sentence' : 'feel'}
        options={[
          { value: 'sentence', label: t('conditions.sentence'), disabled: !sentence },
          { value: 'feel', label: 'FEEL' },
        ]}
        onChange={(mode) => setWantsFeel(mode === 'feel')}
      />
    </span>
  );

  if (!sentence || wantsFeel) {
    return (
      <>
        {head}
        <FeelInput label={`${label} (FEEL)`} value={stored} onWrite={onWrite} />
      </>
    );
  }
  const set = (next: ConditionSentence) => {
    setUnfinished(next.rows.every(isComplete) ? undefined : next);
    const complete = { ...next, rows: next.rows.filter(isComplete) };
    onWrite(writeCondition(complete) || undefined);
  };
  const setRow = (index: number, row: ConditionRow) =>
    set({ ...sentence, rows: sentence.rows.map((each, place) => (place === index ? row : each)) });

  return (
    <Form.Item>
      {head}
      {sentence.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
        <div className="form-condition-row" key={index}>
          {index === 0 ? (
            <span />
          ) : (
            <Select
              value={sentence.join}
              aria-label={t('conditions.join')}
              options={(['and', 'or'] as const).map((join) => ({
                value: join,
                label: t(`conditions.${join}`),
              }))}
              onChange={(join) => set({ ...sentence, join })}
            />
          )}
          <Select
            value={row.field || undefined}
            aria-label={t('conditions.field')}
            placeholder={t('conditions.field')}
            showSearch={{ optionFilterProp: 'label' }}
            options={fields.map((field) => ({ value: field.path, label: field.label.vi }))}
            onChange={(field) =>
              setRow(
                index,
                firstRow(
                  fields.find((each) => each.path === field),
                  field,
                ),
              )
            }
          />
          <Select
            value={row.comparison}
            aria-label={t('conditions.comparison')}
            options={comparisonsOf(fields.find((each) => each.path === row.field)).map((comparison) => ({
              value: comparison,
              label: t(`comparisons.${comparison}`),
            }))}
            onChange={(comparison) => setRow(index, { ...row, comparison })}
          />
          <RowValue
            row={row}
            field={fields.find((each) => each.path === row.field)}
            onChange={(value) => setRow(index, { ...row, value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('conditions.remove')}
            onClick={() => set({ ...sentence, rows: sentence.rows.filter((_, place) => place !== index) })}
          />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        disabled={fields.length === 0}
        onClick={() =>
          setUnfinished({ ...sentence, rows: [...sentence.rows, { field: '', comparison: 'is' }] })
        }
      >
        {t('conditions.add')}
      </Button>
    </Form.Item>
  );
}

interface RowValueProps {
  row: ConditionRow;
  field: Field | undefined;
  onChange: (value: ConditionRow['value']) => void;
}

function RowValue({ row, field, onChange }: RowValueProps) {
  const { t } = useTranslation('forms');
  if (row.comparison === 'filled' || row.comparison === 'empty') return <span />;
  const choices =
    field?.options?.map(({ value, label }) => ({ value: value as string, label: label.vi })) ??
    (field?.type === 'boolean'
      ? [
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]
      : undefined);
  const label = t('conditions.value');
  if (choices) {
    return (
      <Select
        value={row.value as never}
        options={choices as never}
        aria-label={label}
        placeholder={label}
        onChange={onChange}
      />
    );
  }
  if (field && NUMERIC.has(field.type)) {
    return (
      <InputNumber
        style={{ width: '100%' }}
        value={row.value as number}
        aria-label={label}
        onChange={(value) => onChange(value ?? undefined)}
      />
    );
  }
  return (
    <Input
      value={String(row.value ?? '')}
      aria-label={label}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const NUMERIC: ReadonlySet<Field['type']> = new Set(['number', 'integer', 'money']);
const UNCOMPARED: ReadonlySet<Field['type']> = new Set([
  'group',
  'table',
  'list',
  'note',
  'signature',
  'any',
]);

const isComparable = (field: Field): boolean => !UNCOMPARED.has(field.type) && isNameable(field.path);

const isComplete = ({ field, comparison, value }: ConditionRow): boolean =>
  field !== '' &&
  (comparison === 'filled' || comparison === 'empty' || (value !== undefined && value !== ''));

function comparisonsOf(field: Field | undefined): Comparison[] {
  if (field?.type === 'multiselect') return ['holds', 'filled', 'empty'];
  if (field && (NUMERIC.has(field.type) || field.type === 'date')) {
    return ['is', 'is-not', 'more', 'less', 'at-least', 'at-most', 'filled', 'empty'];
  }
  return ['is', 'is-not', 'filled', 'empty'];
}

function firstRow(field: Field | undefined, path: string): ConditionRow {
  const [comparison = 'is'] = comparisonsOf(field);
  return { field: path, comparison, value: field?.type === 'boolean' ? true : undefined };
}
