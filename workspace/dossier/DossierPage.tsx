import { Card, Col, Row, Skeleton, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { SectionTabs } from '../../ui/components/SectionTabs.tsx';
import { StatusTag } from '../../ui/components/StatusTag.tsx';
import { DocumentList } from '../documents/DocumentList.tsx';
import { IncidentAlert } from '../incidents/IncidentAlert.tsx';
import { JumpButton } from '../incidents/JumpButton.tsx';
import { ClockExplanation } from './ClockExplanation.tsx';
import { DossierData } from './DossierData.tsx';
import { DossierSummary } from './DossierSummary.tsx';
import { HistoryTimeline } from './HistoryTimeline.tsx';
import { OpenTaskList } from './OpenTaskList.tsx';
import { OperationBar } from './operations/OperationBar.tsx';
import { PaperList } from './PaperList.tsx';
import { ProcessPosition } from './ProcessPosition.tsx';
import { Timeliness } from './Timeliness.tsx';
import { useDossier } from './use-dossier.ts';

/** Everything about one dossier, and what this person may do with it now. */
export default function DossierPage() {
  const { code = '' } = useParams();
  const { data, error, refetch } = useDossier(code);
  if (error && !data) return <ErrorPanel error={error} onRetry={refetch} takesFocus />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <DossierView dossier={data} />;
}

function DossierView({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  const [search, setSearch] = useSearchParams();
  const section = search.get('muc') ?? 'don';
  const sections = [
    { key: 'don', label: t('tab.data'), children: <DossierData code={dossier.code} /> },
    {
      key: 'giay-to',
      label: t('tab.papers', { count: dossier.attachments.length }),
      children: <PaperList attachments={dossier.attachments} />,
    },
    {
      key: 'van-ban',
      label: t('tab.documents', { count: dossier.documents.length }),
      children: <DocumentList dossier={dossier} />,
    },
    { key: 'qua-trinh', label: t('tab.history'), children: <HistoryTimeline code={dossier.code} /> },
    { key: 'so-do', label: t('tab.diagram'), children: <ProcessPosition code={dossier.code} /> },
    { key: 'thoi-han', label: t('tab.clock'), children: <ClockExplanation dossier={dossier} /> },
  ];
  // a process is wide: it gets the whole row
  const isDiagram = section === 'so-do';
  return (
    <>
      <PageHeading
        title={t('title', { code: dossier.code })}
        aside={
          <>
            <StatusTag status={dossier.status.key} />
            {dossier.timeliness && <Timeliness value={dossier.timeliness} />}
          </>
        }
        actions={
          <Space wrap>
            <JumpButton dossier={dossier} />
            <OperationBar dossier={dossier} />
          </Space>
        }
      />
      <p style={{ margin: '-8px 0 16px', color: '#51606f' }}>
        {dossier.procedure.name} ({dossier.procedure.code})
      </p>
      <IncidentAlert dossier={dossier} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={isDiagram ? 24 : 15}>
          <Card styles={{ body: { paddingTop: 4 } }}>
            <SectionTabs
              label={t('sections')}
              active={section}
              onChange={(muc) => setSearch({ muc }, { replace: true })}
              sections={sections}
            />
          </Card>
        </Col>
        <Col xs={24} xl={isDiagram ? 24 : 9}>
          <OpenTaskList tasks={dossier.openTasks} />
          <DossierSummary dossier={dossier} />
        </Col>
      </Row>
    </>
  );
}
