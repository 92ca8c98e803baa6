import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewVersionedDialog, type NewVersionedFields } from '../versioned/NewVersionedDialog.tsx';
import { saveForm } from './form-api.ts';
import { newForm } from './new-form.ts';

/** Asks for a new form's name and code, and opens it empty. */
export function NewFormDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async ({ key, title }: NewVersionedFields) => {
    await saveForm(key, newForm(title), 0);
    await queries.invalidateQueries({ queryKey: ['forms'] });
    await navigate(`/thiet-ke/bieu-mau/${key}`);
  };
  return (
    <NewVersionedDialog
      onClose={onClose}
      onCreate={create}
      words={{
        title: t('new.title'),
        create: t('new.create'),
        cancel: t('cancel'),
        name: t('new.name'),
        nameMissing: t('new.nameMissing'),
        key: t('new.key'),
        keyHint: t('new.keyHint'),
        keyWrong: t('new.keyWrong'),
      }}
    />
  );
}
