import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { UnitTable } from './UnitTable.tsx';
import { UserTable } from './UserTable.tsx';

/** Accounts and units of the organisation. */
export default function AdminPage() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeading title={t('title')} />
      <Tabs
        items={[
          { key: 'users', label: t('users.title'), children: <UserTable /> },
          { key: 'units', label: t('units.title'), children: <UnitTable /> },
        ]}
        destroyOnHidden
      />
    </>
  );
}
