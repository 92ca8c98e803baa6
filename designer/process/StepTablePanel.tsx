import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Space, Table, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { ProcessVersion, StepRow } from '../../server/contract/catalogue.ts';
import type { TableDifference } from '../../server/contract/step-table/step-table.ts';
import { api, apiHref } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { showElement } from './board/show-element.ts';

interface StepTablePanelProps {
  version: ProcessVersion;
  modeler: Modeler | undefined;
  /** between the approved table and what is drawn now; undefined without an approved table */
  differences: readonly TableDifference[] | undefined;
}

/** The step table of the saved drawing (domain 6.1), and where the drawing is not what was approved. */
export function StepTablePanel({ version, modeler, differences }: StepTablePanelProps) {
  const { t } = useTranslation('designer');
  const params = { procedure: version.procedure, version: version.version };
  const { data, error } = useQuery({
    queryKey: ['process', version.procedure, String(version.version), 'steps'],
    queryFn: () =>
      api.get<{ items: StepRow[] }>('/procedures/{procedure}/processes/{version}/steps', { params }),
  });
  if (error) return <ErrorPanel error={error} />;
  return (
    <>
      <Differences modeler={modeler} differences={differences} />
      <Table<StepRow>
        size="small"
        rowKey="element"
        pagination={false}
        loading={!data}
        dataSource={data?.items}
        locale={{ emptyText: t('steps.empty') }}
        columns={[
          { title: t('steps.order'), dataIndex: 'order', width: 48 },
          { title: t('steps.name'), dataIndex: 'name' },
          { title: t('steps.performer'), dataIndex: 'performer' },
          { title: t('steps.duration'), dataIndex: 'duration', width: 90 },
        ]}
      />
      <Typography.Paragraph type="secondary" style={{ marginTop: 8 }}>
        {t('steps.hint')}
      </Typography.Paragraph>
      <Space>
        <Button
          href={apiHref('/procedures/{procedure}/processes/{version}/steps.pdf', { params })}
          target="_blank"
        >
          {t('steps.annex')}
        </Button>
      </Space>
    </>
  );
}

function Differences({ modeler, differences }: Omit<StepTablePanelProps, 'version'>) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (!differences) return <Alert type="info" title={t('steps.noTable')} style={{ marginBottom: 12 }} />;
  if (differences.length === 0)
    return <Alert type="success" showIcon title={t('steps.asApproved')} style={{ marginBottom: 12 }} />;
  return (
    <section aria-label={t('steps.differences')} style={{ marginBottom: 12 }}>
      <Typography.Text strong>{t('steps.differencesCount', { count: differences.length })}</Typography.Text>
      <ul className="finding-list">
        {differences.map(({ what, order, element, message }) => (
          <li key={`${what}${order ?? ''}${element ?? ''}`}>
            <span className="finding-text">
              {message[language]}
              {modeler && element && (
                <Button type="link" size="small" onClick={() => showElement(modeler, element)}>
                  {t('diagnostics.show')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
