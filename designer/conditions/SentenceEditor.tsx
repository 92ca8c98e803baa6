import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../forms/index.ts';
import {
  type Comparison,
  type ConditionRow,
  type ConditionSentence,
  isNameable,
  readCondition,
  writeCondition,
} from './condition-sentence.ts';
import './conditions.css';

/** What a sentence needs to know of a field. */
export type ComparedField = Pick<Field, 'path' | 'label' | 'type' | 'options'>;

interface SentenceEditorProps {
  /** FEEL that `readCondition` understands */
  feel: string;
  fields: readonly ComparedField[];
  /** told whenever a row is complete; empty when none is left */
  onWrite(feel: string): void;
}

/** A condition as rows of a sentence over fields: "[Kết quả xem xét] [là] [Không đồng ý]". */
export function SentenceEditor({ feel, fields: all, onWrite }: SentenceEditorProps) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  // a row that is not complete yet lives here only
  const [unfinished, setUnfinished] = useState<ConditionSentence>();
  const sentence = unfinished ?? readCondition(feel) ?? { join: 'and', rows: [] };
  const fields = all.filter(isComparable);
  const fieldAt = (path: string) => fields.find((each) => each.path === path);
  const set = (next: ConditionSentence) => {
    setUnfinished(next.rows.every(isComplete) ? undefined : next);
    onWrite(writeCondition({ ...next, rows: next.rows.filter(isComplete) }));
  };
  const setRow = (index: number, row: ConditionRow) =>
    set({ ...sentence, rows: sentence.rows.map((each, place) => (place === index ? row : each)) });
  return (
    <>
      {sentence.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
        <div className="sentence-row" key={index}>
          {index > 0 && (
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
            className="sentence-field"
            value={row.field || undefined}
            aria-label={t('conditions.field')}
            placeholder={t('conditions.field')}
            showSearch={{ optionFilterProp: 'label' }}
            options={fields.map((field) => ({ value: field.path, label: field.label[language] }))}
            onChange={(path) => setRow(index, firstRow(fieldAt(path), path))}
          />
          <Select
            value={row.comparison}
            aria-label={t('conditions.comparison')}
            options={comparisonsOf(fieldAt(row.field)).map((comparison) => ({
              value: comparison,
              label: t(`comparisons.${comparison}`),
            }))}
            onChange={(comparison) => setRow(index, { ...row, comparison })}
          />
          <RowValue
            row={row}
            field={fieldAt(row.field)}
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
    </>
  );
}

interface RowValueProps {
  row: ConditionRow;
  field: ComparedField | undefined;
  onChange: (value: ConditionRow['value']) => void;
}

function RowValue({ row, field, onChange }: RowValueProps) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (row.comparison === 'filled' || row.comparison === 'empty') return <span />;
  const choices =
    field?.options?.map(({ value, label }) => ({ value: value as string, label: label[language] })) ??
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

const isComparable = (field: ComparedField): boolean => !UNCOMPARED.has(field.type) && isNameable(field.path);

const isComplete = ({ field, comparison, value }: ConditionRow): boolean =>
  field !== '' &&
  (comparison === 'filled' || comparison === 'empty' || (value !== undefined && value !== ''));

function comparisonsOf(field: ComparedField | undefined): Comparison[] {
  if (field?.type === 'multiselect') return ['holds', 'filled', 'empty'];
  if (field && (NUMERIC.has(field.type) || field.type === 'date')) {
    return ['is', 'is-not', 'more', 'less', 'at-least', 'at-most', 'filled', 'empty'];
  }
  return ['is', 'is-not', 'filled', 'empty'];
}

function firstRow(field: ComparedField | undefined, path: string): ConditionRow {
  const [comparison = 'is'] = comparisonsOf(field);
  return { field: path, comparison, value: field?.type === 'boolean' ? true : undefined };
}
