import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PALETTE } from '../builder/palette-items.ts';
import type { GuessedField } from './guess-fields.ts';

interface Props {
  guesses: readonly GuessedField[];
  /** those that are kept, as they were changed */
  onChange: (fields: readonly GuessedField[]) => void;
}

const KINDS = ['section', ...PALETTE.map(({ kind }) => kind)];

/** Every guess in a line of its own, to be changed or dropped before it becomes a field. */
export function GuessList({ guesses, onChange }: Props) {
  const { t } = useTranslation('forms');
  const [rows, setRows] = useState(() => guesses.map((field) => ({ field, isKept: true })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the rows change, and once at the start
  useEffect(() => {
    onChange(rows.filter(({ isKept }) => isKept).map(({ field }) => field));
  }, [rows]);
  const set = (index: number, part: Partial<GuessedField>) =>
    setRows((known) =>
      known.map((row, place) => (place === index ? { ...row, field: { ...row.field, ...part } } : row)),
    );
  const keep = (index: number, isKept: boolean) =>
    setRows((known) => known.map((row, place) => (place === index ? { ...row, isKept } : row)));
  if (rows.length === 0) return null;
  return (
    <div className="form-guesses">
      {rows.map(({ field, isKept }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line's only name is its place
        <div key={index} className={isKept ? undefined : 'is-dropped'}>
          <Checkbox
            checked={isKept}
            aria-label={t('import.take', { name: field.title })}
            onChange={({ target }) => keep(index, target.checked)}
          />
          <Input
            size="small"
            value={field.title}
            disabled={!isKept}
            aria-label={t('import.label', { number: index + 1 })}
            onChange={({ target }) => set(index, { title: target.value })}
          />
          <Select
            size="small"
            value={field.kind}
            disabled={!isKept}
            aria-label={t('import.kind', { name: field.title })}
            options={KINDS.map((kind) => ({ value: kind, label: t(`palette.${kind}`) }))}
            onChange={(kind) => set(index, { kind })}
          />
          {field.kind === 'section' ? (
            <span />
          ) : (
            <Checkbox
              checked={field.required}
              disabled={!isKept}
              onChange={({ target }) => set(index, { required: target.checked })}
            >
              {t('import.required')}
            </Checkbox>
          )}
          <Extra field={field} />
        </div>
      ))}
    </div>
  );
}

/** What else came with the guess: choices of a list, columns of a table. */
function Extra({ field: { kind, options, columns } }: { field: GuessedField }) {
  const { t } = useTranslation('forms');
  if (columns && (kind === 'table' || kind === 'cards')) {
    return <small>{t('import.columns', { names: columns.map(({ title }) => title).join(', ') })}</small>;
  }
  return options && <small>{t('import.options', { names: options.join(', ') })}</small>;
}
