import { Card, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { SectionTabs } from '../../ui/components/SectionTabs.tsx';
import { DocumentList } from '../documents/DocumentList.tsx';
import { ClockExplanation } from '../dossier/ClockExplanation.tsx';
import { DossierData } from '../dossier/DossierData.tsx';
import { HistoryTimeline } from '../dossier/HistoryTimeline.tsx';
import { PaperList } from '../dossier/PaperList.tsx';
import { useDossier } from '../dossier/use-dossier.ts';
import './task.css';

/** The dossier to read while its step is being done. */
export function DossierBeside({ code }: { code: string }) {
  const { t } = useTranslation('dossier');
  const [section, setSection] = useState('data');
  const { data, error, refetch } = useDossier(code);
  return (
    <Card
      className="task-aside"
      title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('title', { code })}</h2>}
      extra={
        <LinkButton type="link" to={`/ho-so/${encodeURIComponent(code)}`}>
          {t('desk:task.openDossier')}
        </LinkButton>
      }
      styles={{ body: { paddingTop: 4 } }}
    >
      {error && !data && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <SectionTabs
          label={t('sections')}
          active={section}
          onChange={setSection}
          sections={[
            { key: 'data', label: t('tab.data'), children: <DossierData code={code} columns={1} /> },
            {
              key: 'papers',
              label: t('tab.papers', { count: data.attachments.length }),
              children: <PaperList attachments={data.attachments} />,
            },
            {
              key: 'documents',
              label: t('tab.documents', { count: data.documents.length }),
              children: <DocumentList dossier={data} />,
            },
            { key: 'clock', label: t('tab.clock'), children: <ClockExplanation dossier={data} /> },
            { key: 'history', label: t('tab.history'), children: <HistoryTimeline code={code} /> },
          ]}
        />
      )}
    </Card>
  );
}
