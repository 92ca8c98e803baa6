import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Input, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompiledCalendar } from '../../calendar/index.ts';
import { compileProcess } from '../../engine/index.ts';
import type { KeptTrial, Procedure } from '../../server/contract/catalogue.ts';
import type { DryRun } from '../../server/contract/trial/dry-run.ts';
import { outcomeOf, replayTrial, type TrialDifference } from '../../server/contract/trial/replay-trial.ts';
import type { Trial } from '../../server/contract/trial/trial.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

interface TrialTestsProps {
  procedure: Procedure;
  /** the run that can be kept */
  run: DryRun | undefined;
  calendar: CompiledCalendar | undefined;
  /** XML of what is drawn now */
  drawn(): Promise<string>;
}

/** Dry runs kept as tests of the procedure: keep this one, run all on what is drawn now. They run at publication, too. */
export function TrialTests({ procedure, run, calendar, drawn }: TrialTestsProps) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const queries = useQueryClient();
  const params = { code: procedure.code };
  const key = ['trials', procedure.code];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => api.get<{ items: KeptTrial[] }>('/procedures/{code}/trials', { params }),
  });
  const [results, setResults] = useState<Map<string, TrialDifference[]>>(new Map());
  const refresh = () => void queries.invalidateQueries({ queryKey: key });
  const drop = useMutation({
    mutationFn: (id: string) => api.delete('/procedures/{code}/trials/{id}', { params: { ...params, id } }),
    onSuccess: refresh,
  });
  const trials = data?.items ?? [];
  const runAll = async () => {
    const { process } = await compileProcess(await drawn());
    if (!process || !calendar) return;
    const start = { process, calendar, timeLimit: procedure.timeLimit };
    setResults(new Map(trials.map((trial) => [trial.id, replayTrial(trial, start).differences])));
  };
  if (error) return <ErrorPanel error={error} />;
  return (
    <section aria-label={t('tests.title')}>
      <Flex justify="space-between" align="center">
        <Typography.Text strong>{t('tests.title')}</Typography.Text>
        <Button size="small" disabled={trials.length === 0 || !calendar} onClick={() => void runAll()}>
          {t('tests.runAll')}
        </Button>
      </Flex>
      {drop.error && <ErrorPanel error={drop.error} />}
      {trials.length === 0 && <Typography.Text type="secondary">{t('tests.none')}</Typography.Text>}
      <ul className="finding-list">
        {trials.map(({ id, name }) => (
          <li key={id}>
            <span className="finding-text">
              {name} <TestResult differences={results.get(id)} />
              {results.get(id)?.map(({ message }) => (
                <div key={message.en}>{message[language]}</div>
              ))}
            </span>
            {procedure.abilities.includes('create-process') && (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('tests.drop', { name })}
                onClick={() => drop.mutate(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {run && procedure.abilities.includes('create-process') && (
        <KeepRun procedure={procedure} run={run} onKept={refresh} />
      )}
    </section>
  );
}

function TestResult({ differences }: { differences: TrialDifference[] | undefined }) {
  const { t } = useTranslation('designer');
  if (!differences) return null;
  return differences.length === 0 ? (
    <ToneTag tone="success">{t('tests.passed')}</ToneTag>
  ) : (
    <ToneTag tone="danger">{t('tests.failed')}</ToneTag>
  );
}

interface KeepRunProps {
  procedure: Procedure;
  run: DryRun;
  onKept(): void;
}

function KeepRun({ procedure, run, onKept }: KeepRunProps) {
  const { t } = useTranslation('designer');
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () =>
      api.post('/procedures/{code}/trials', trialOf(run, name.trim()), { params: { code: procedure.code } }),
    onSuccess: () => {
      setName('');
      onKept();
    },
  });
  return (
    <>
      {keep.error && <ErrorPanel error={keep.error} takesFocus />}
      <Space.Compact block>
        <Input
          size="small"
          aria-label={t('tests.name')}
          placeholder={t('tests.name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          size="small"
          disabled={name.trim() === ''}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t('tests.keep')}
        </Button>
      </Space.Compact>
    </>
  );
}

const trialOf = (run: DryRun, name: string): Trial => ({
  name,
  receivedAt: run.receivedAt,
  input: run.input,
  steps: [...run.done],
  expected: outcomeOf(run),
});
