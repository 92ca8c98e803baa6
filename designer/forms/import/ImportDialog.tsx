import { App, Modal, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDocuments } from '../form-api.ts';
import { addGuessed } from './add-guessed.ts';
import { FileSource } from './FileSource.tsx';
import { FormSource } from './FormSource.tsx';
import type { GuessedField } from './guess-fields.ts';
import { PastedSource } from './PastedSource.tsx';

interface Props {
  formKey: string;
  documents: FormDocuments;
  onChange: (documents: FormDocuments) => void;
  onClose: () => void;
}

/** Brings fields in: a pasted list, a spreadsheet, a Word form, an exported form, another form of the house. */
export function ImportDialog({ formKey, documents, onChange, onClose }: Props) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const [source, setSource] = useState('list');
  /** what the open tab would bring in */
  const [ready, setReady] = useState<{ count: number; next: FormDocuments; isWhole?: boolean }>();
  const guessed = (fields: readonly GuessedField[]) =>
    setReady(fields.length > 0 ? { count: fields.length, next: addGuessed(documents, fields) } : undefined);
  const take = () => {
    if (!ready) return;
    onChange(ready.next);
    message.success(ready.isWhole ? t('import.replaced') : t('import.added', { count: ready.count }));
    onClose();
  };
  return (
    <Modal
      open
      width={860}
      style={{ top: 32 }}
      title={t('import.title')}
      okText={ready?.isWhole ? t('import.replace') : t('import.add', { count: ready?.count ?? 0 })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={take}
      onCancel={onClose}
    >
      <Tabs
        activeKey={source}
        onChange={(next) => {
          setReady(undefined);
          setSource(next);
        }}
        destroyOnHidden
        items={[
          { key: 'list', label: t('import.list'), children: <PastedSource onGuessed={guessed} /> },
          {
            key: 'file',
            label: t('import.file'),
            children: (
              <FileSource
                onGuessed={guessed}
                onWhole={(next) => setReady(next && { count: 0, next, isWhole: true })}
              />
            ),
          },
          {
            key: 'form',
            label: t('import.form'),
            children: (
              <FormSource
                formKey={formKey}
                target={documents}
                onChosen={(count, next) => setReady(count > 0 ? { count, next } : undefined)}
              />
            ),
          },
        ]}
      />
    </Modal>
  );
}
