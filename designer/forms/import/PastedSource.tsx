import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuessList } from './GuessList.tsx';
import { type GuessedField, guessFields } from './guess-fields.ts';

/** A list pasted from a sheet, or the lines of a paper form. */
export function PastedSource({ onGuessed }: { onGuessed: (fields: readonly GuessedField[]) => void }) {
  const { t } = useTranslation('forms');
  const [text, setText] = useState('');
  const fields = useMemo(() => guessFields(text), [text]);
  return (
    <>
      <Input.TextArea
        rows={6}
        value={text}
        aria-label={t('import.list')}
        placeholder={t('import.listHint')}
        onChange={({ target }) => setText(target.value)}
      />
      <GuessList key={text} guesses={fields} onChange={onGuessed} />
    </>
  );
}
