import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { SectionTabs } from '../../ui/components/SectionTabs.tsx';
import { BackupPanel } from './BackupPanel.tsx';
import { FailedJobs } from './FailedJobs.tsx';
import { UnitTable } from './UnitTable.tsx';
import { UserTable } from './UserTable.tsx';

/** Accounts and units of the organisation, work that failed, and backups. */
export default function AdminPage() {
  const { t } = useTranslation('admin');
  const [section, setSection] = useState('users');
  return (
    <>
      <PageHeading title={t('title')} />
      <SectionTabs
        label={t('title')}
        active={section}
        onChange={setSection}
        sections={[
          { key: 'users', label: t('users.title'), children: <UserTable /> },
          { key: 'units', label: t('units.title'), children: <UnitTable /> },
          { key: 'jobs', label: t('jobs.title'), children: <FailedJobs /> },
          { key: 'backups', label: t('backups.title'), children: <BackupPanel /> },
        ]}
      />
    </>
  );
}
