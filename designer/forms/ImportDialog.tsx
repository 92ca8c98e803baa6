import { App, Checkbox, Input, Modal, Select, Tabs, Upload } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compileForm, type FormProblem } from '../../forms/index.ts';
import { addField, setRequired } from './builder/form-model.ts';
import { PALETTE } from './builder/palette-items.ts';
import type { FormDocuments } from './form-api.ts';
import { type GuessedField, guessFields } from './guess-fields.ts';
import { ProblemList } from './ProblemList.tsx';

interface Props {
  documents: FormDocuments;
  onChange: (documents: FormDocuments) => void;
  onClose: () => void;
}

/** Brings fields in: a pasted list, guessed and confirmed line by line, or a form exported as a file. */
export function ImportDialog({ documents, onChange, onClose }: Props) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [changed, setChanged] = useState<Record<number, Partial<GuessedField>>>({});
  const [problems, setProblems] = useState<FormProblem[]>([]);
  const fields = useMemo(
    () => guessFields(text).map((field, index) => ({ ...field, ...changed[index] })),
    [text, changed],
  );
  const set = (index: number, part: Partial<GuessedField>) =>
    setChanged((known) => ({ ...known, [index]: { ...known[index], ...part } }));

  const add = () => {
    onChange(fields.reduce(withField, documents));
    message.success(t('import.added', { count: fields.length }));
    onClose();
  };
  const open = async (file: File) => {
    const read = readExported(await file.text());
    if (!read.documents) return setProblems(read.problems);
    onChange(read.documents);
    onClose();
  };

  return (
    <Modal
      open
      width={760}
      title={t('import.title')}
      okText={t('import.add', { count: fields.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: fields.length === 0 }}
      onOk={add}
      onCancel={onClose}
    >
      <Tabs
        items={[
          {
            key: 'list',
            label: t('import.list'),
            children: (
              <>
                <Input.TextArea
                  rows={6}
                  value={text}
                  aria-label={t('import.list')}
                  placeholder={t('import.listHint')}
                  onChange={({ target }) => {
                    setChanged({});
                    setText(target.value);
                  }}
                />
                <div className="form-guesses">
                  {fields.map((field, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a line's only name is its place
                    <div key={index}>
                      <span>{field.title}</span>
                      <Select
                        size="small"
                        value={field.kind}
                        aria-label={t('import.kind', { name: field.title })}
                        options={PALETTE.map(({ kind }) => ({ value: kind, label: t(`palette.${kind}`) }))}
                        onChange={(kind) => set(index, { kind })}
                      />
                      <Checkbox
                        checked={field.required}
                        onChange={({ target }) => set(index, { required: target.checked })}
                      >
                        {t('properties.required')}
                      </Checkbox>
                    </div>
                  ))}
                </div>
              </>
            ),
          },
          {
            key: 'file',
            label: t('import.file'),
            children: (
              <>
                <Upload.Dragger
                  accept="application/json,.json"
                  showUploadList={false}
                  beforeUpload={(file) => {
                    void open(file);
                    return false;
                  }}
                >
                  {t('import.fileHint')}
                </Upload.Dragger>
                {problems.length > 0 && <ProblemList problems={problems} />}
              </>
            ),
          },
        ]}
      />
    </Modal>
  );
}

function withField(documents: FormDocuments, { title, kind, required }: GuessedField): FormDocuments {
  const item = PALETTE.find((each) => each.kind === kind);
  const added = addField(documents, { parent: '', title, schema: item?.schema ?? {}, ui: item?.ui ?? {} });
  return required ? setRequired(added.documents, added.pointer, true) : added.documents;
}

/** A file made by "export": both documents, checked before they are taken. */
function readExported(text: string): { documents?: FormDocuments; problems: FormProblem[] } {
  try {
    const { schema, ui = {} } = JSON.parse(text) as FormDocuments;
    const { form, problems } = compileForm({ schema, ui });
    return form ? { documents: { schema, ui }, problems } : { problems };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { problems: [NOT_A_FORM] };
  }
}

const NOT_A_FORM: FormProblem = {
  pointer: '',
  code: 'not-json',
  message: { vi: 'Tệp này không phải là biểu mẫu đã xuất.', en: 'This file is not an exported form.' },
};
