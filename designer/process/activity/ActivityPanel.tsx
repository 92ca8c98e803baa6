import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Skeleton, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { ProcessActivity, ProcessVersion } from '../../../server/contract/catalogue.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { ToneTag } from '../../../ui/components/ToneTag.tsx';
import { showElement } from '../board/show-element.ts';
import { useActivityMarks } from './use-activity-marks.ts';
import { useAverageTime } from './use-average-time.ts';

const FRESH_MS = 30_000;

interface ActivityPanelProps {
  version: ProcessVersion;
  modeler: Modeler;
  /** names of elements that are drawn */
  nameOf(element: string): string;
}

/** Where the running dossiers of this version stand now and how long its steps take; a click leads to the step, and to the dossiers. */
export function ActivityPanel({ version, modeler, nameOf }: ActivityPanelProps) {
  const { t } = useTranslation('designer');
  const timeOf = useAverageTime();
  const { data, error } = useQuery({
    queryKey: ['process-activity', version.procedure, version.version],
    queryFn: () =>
      api.get<ProcessActivity>('/procedures/{procedure}/processes/{version}/activity', {
        params: { procedure: version.procedure, version: version.version },
      }),
    refetchInterval: FRESH_MS,
  });
  useActivityMarks({ modeler, steps: data?.steps, timeOf });
  if (error) return <ErrorPanel error={error} />;
  if (!data) return <Skeleton active />;
  const { running, steps, versions, isPartial } = data;
  return (
    <Flex vertical gap={12}>
      <Typography.Text strong>{t('activity.running', { count: running })}</Typography.Text>
      {isPartial && <Alert type="info" title={t('activity.partial')} />}
      {versions.length > 1 && (
        <ul className="simulation-load">
          {versions.map((each) => (
            <li key={each.version}>
              {t('activity.version', { version: each.version, count: each.running })}
            </li>
          ))}
        </ul>
      )}
      {running === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('activity.none')} />}
      <ul className="finding-list" aria-label={t('activity.steps')}>
        {steps.map(({ element, open, overdue, dossiers, completed, averageMinutes }) => (
          <li key={element}>
            <div className="finding-text">
              <Button type="link" size="small" onClick={() => showElement(modeler, element)}>
                {nameOf(element)}
              </Button>
              {open > 0 && <ToneTag tone="info">{t('activity.open', { count: open })}</ToneTag>}{' '}
              {overdue > 0 && <ToneTag tone="danger">{t('activity.overdue', { count: overdue })}</ToneTag>}
              {averageMinutes !== undefined && (
                <div>{t('activity.average', { time: timeOf(averageMinutes), count: completed })}</div>
              )}
              <div className="activity-dossiers">
                {dossiers.map((code) => (
                  <a key={code} href={`/ho-so/${code}`}>
                    {code}
                  </a>
                ))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Flex>
  );
}
