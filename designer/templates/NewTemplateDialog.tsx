import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DEFAULT_PAGE } from '../../templates/index.ts';
import { NewVersionedDialog, type NewVersionedFields } from '../versioned/NewVersionedDialog.tsx';
import { NEW_TEMPLATE } from './new-template.ts';
import { saveTemplate } from './template-api.ts';

/** Asks for a new template's name and code, and opens it with the common blocks in place. */
export function NewTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async ({ key, title }: NewVersionedFields) => {
    await saveTemplate(key, { title, source: NEW_TEMPLATE, page: DEFAULT_PAGE });
    await queries.invalidateQueries({ queryKey: ['templates'] });
    await navigate(`/thiet-ke/mau-van-ban/${key}`);
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
