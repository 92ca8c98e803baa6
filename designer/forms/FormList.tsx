import { useTranslation } from 'react-i18next';
import { VersionedList } from '../versioned/VersionedList.tsx';
import { listForms } from './form-api.ts';
import { NewFormDialog } from './NewFormDialog.tsx';

/** Every e-form with its published version; the way into the editor. */
export function FormList() {
  const { t } = useTranslation('forms');
  return (
    <VersionedList
      queryKey="forms"
      list={listForms}
      hrefOf={(key) => `/thiet-ke/bieu-mau/${key}`}
      Dialog={NewFormDialog}
      words={{
        title: t('list.title'),
        add: t('list.add'),
        search: t('list.search'),
        empty: t('list.empty'),
        name: t('list.name'),
        key: t('list.key'),
      }}
    />
  );
}
