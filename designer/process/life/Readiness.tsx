import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessReadiness, ProcessVersion } from '../../../server/contract/catalogue.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';

/** What is to be known before a version is approved or published: each difference, each test, the second opinion. */
export function Readiness({ version }: { version: ProcessVersion }) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const { data, error } = useQuery({
    queryKey: ['process', version.procedure, String(version.version), 'readiness'],
    queryFn: () =>
      api.get<ProcessReadiness>('/procedures/{procedure}/processes/{version}/readiness', {
        params: { procedure: version.procedure, version: version.version },
      }),
    staleTime: 0,
  });
  if (error) return <ErrorPanel error={error} />;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const { diagnostics, tableDifferences, trials, secondOpinion } = data;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const failed = trials.filter(({ passed }) => !passed);
  const hasTable = Boolean(version.approvedTable);
  return (
    <div className="readiness">
      <Part
        type={errors.length > 0 ? 'error' : 'success'}
        title={t(errors.length > 0 ? 'readiness.errors' : 'readiness.noErrors', { count: errors.length })}
        lines={errors.map(({ message }) => message[language])}
      />
      <Part
        type={!hasTable ? 'info' : tableDifferences.length > 0 ? 'warning' : 'success'}
        title={
          !hasTable
            ? t('steps.noTable')
            : tableDifferences.length > 0
              ? t('steps.differencesCount', { count: tableDifferences.length })
              : t('steps.asApproved')
        }
        lines={tableDifferences.map(({ message }) => message[language])}
      />
      <Part
        type={trials.length === 0 ? 'info' : failed.length > 0 ? 'error' : 'success'}
        title={
          trials.length === 0
            ? t('readiness.noTests')
            : t('readiness.tests', { passed: trials.length - failed.length, all: trials.length })
        }
        lines={failed.map(({ name, differences }) => `${name}: ${differences[0]?.message[language] ?? ''}`)}
      />
      <Part
        type={OPINION_TONES[secondOpinion.state]}
        title={t(`readiness.opinion.${secondOpinion.state}`)}
        lines={secondOpinion.reason ? [secondOpinion.reason[language]] : []}
      />
    </div>
  );
}

const OPINION_TONES = {
  agrees: 'success',
  disagrees: 'error',
  'not-asked': 'info',
  silent: 'warning',
} as const;

interface PartProps {
  type: 'success' | 'info' | 'warning' | 'error';
  title: string;
  lines: string[];
}

function Part({ type, title, lines }: PartProps) {
  return (
    <Alert
      type={type}
      showIcon
      style={{ marginBottom: 8 }}
      title={title}
      description={
        lines.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
