import { useTranslation } from 'react-i18next';
import { VersionedList } from '../versioned/VersionedList.tsx';
import { NewTemplateDialog } from './NewTemplateDialog.tsx';
import { listTemplates } from './template-api.ts';

/** Every paper's template with its published version; the way into the editor. */
export function TemplateList() {
  const { t } = useTranslation('templates');
  return (
    <VersionedList
      queryKey="templates"
      list={listTemplates}
      hrefOf={(key) => `/thiet-ke/mau-van-ban/${key}`}
      Dialog={NewTemplateDialog}
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
