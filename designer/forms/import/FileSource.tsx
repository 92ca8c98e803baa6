import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../check/ProblemList.tsx';
import type { FormDocuments } from '../form-api.ts';
import { GuessList } from './GuessList.tsx';
import type { GuessedField } from './guess-fields.ts';
import { type Imported, readImport } from './read-import.ts';

interface Props {
  onGuessed: (fields: readonly GuessedField[]) => void;
  /** a whole form; `undefined` when there is none any more */
  onWhole: (documents: FormDocuments | undefined) => void;
}

/** A spreadsheet, a Word form, a list as text, or a form that was exported; whatever is wrong is said. */
export function FileSource({ onGuessed, onWhole }: Props) {
  const { t } = useTranslation('forms');
  const [read, setRead] = useState<{ name: string; result: Imported }>();
  const open = async (file: File) => {
    const result = await readImport(file);
    setRead({ name: file.name, result });
    onWhole('documents' in result ? result.documents : undefined);
  };
  const result = read?.result;
  return (
    <>
      <Upload.Dragger
        accept=".xlsx,.csv,.txt,.docx,.json"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        {t('import.fileHint')}
      </Upload.Dragger>
      {result && 'fault' in result && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginTop: 10 }}
          title={t('import.refused', { name: read?.name })}
          description={
            <>
              {t(`import.faults.${result.fault}`)}
              {result.problems && <ProblemList problems={result.problems} />}
            </>
          }
        />
      )}
      {result && 'fields' in result && (
        <>
          <p className="form-quiet">{t('import.guessed', { name: read?.name })}</p>
          <GuessList key={read?.name} guesses={result.fields} onChange={onGuessed} />
        </>
      )}
      {result && 'documents' in result && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 10 }}
          title={t('import.whole', {
            name: read?.name,
            title: String(result.documents.schema['title'] ?? ''),
          })}
        />
      )}
    </>
  );
}
