import { Alert, Button, DatePicker, Empty, Flex, Form, Space, Tag, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compileProcess } from '../../engine/index.ts';
import type { Process } from '../../engine/types.ts';
import { sentencesOf } from '../../ui/components/ErrorPanel.tsx';
import { civilDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { advanceTo, type DryRun, startDryRun } from './dry-run.ts';
import { RunLog } from './RunLog.tsx';
import { type Attempt, TrialTask } from './TrialTask.tsx';
import { trialInput } from './trial-data.ts';
import { usePublishedForm } from './use-published-form.ts';
import { useRunMarks } from './use-run-marks.ts';
import { useTrialCalendar } from './use-trial-calendar.ts';

interface DryRunPanelProps {
  modeler: Modeler;
  /** key of the procedure's application form */
  applicationForm: string | undefined;
}

/** Plays the drawn process before anybody relies on it: every role, the real forms, a clock that jumps. */
export function DryRunPanel({ modeler, applicationForm }: DryRunPanelProps) {
  const { t } = useTranslation('designer');
  const { session } = useSession();
  const today = civilDay(session?.now ?? instantOf('2026-01-05', '08:00'));
  const [day, setDay] = useState(today);
  const year = Number(day.slice(0, 4)) || Number(today.slice(0, 4));
  const { calendar, error } = useTrialCalendar([year, year + 1]);
  const { data: form } = usePublishedForm(applicationForm);
  /** every state passed through, so that a step can be taken back */
  const [past, setPast] = useState<DryRun[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const run = past.at(-1);
  useRunMarks(modeler, run);
  useEffect(() => {
    const forget = () => setPast([]);
    modeler.on('commandStack.changed', forget);
    return () => modeler.off('commandStack.changed', forget);
  }, [modeler]);

  const attempt: Attempt = (next) => {
    try {
      const reached = next();
      setPast((states) => [...states, reached]);
      setRefusal(undefined);
    } catch (problem) {
      setRefusal(problem instanceof Error ? problem.message : String(problem));
    }
  };

  const start = async () => {
    const process = await drawnProcess(modeler);
    if (!process || !calendar) {
      setRefusal(t('trial.notRunnable'));
      return;
    }
    setPast([]);
    attempt(() => startDryRun({ process, calendar, input: trialInput(form), at: instantOf(day, '08:00') }));
  };

  if (error) return <Alert type="error" showIcon title={sentencesOf(error, t).title} />;
  return (
    <Flex vertical gap={12}>
      <Form layout="vertical" size="small">
        <Form.Item label={t('trial.receivedOn')} htmlFor="trial-day">
          <Space.Compact block>
            <DatePicker
              id="trial-day"
              allowClear={false}
              format="DD/MM/YYYY"
              style={{ flex: 1 }}
              value={dayjs(day)}
              onChange={(chosen) => chosen && setDay(chosen.format('YYYY-MM-DD'))}
            />
            <Button type="primary" disabled={!calendar} onClick={() => void start()}>
              {run ? t('trial.again') : t('trial.start')}
            </Button>
          </Space.Compact>
        </Form.Item>
      </Form>
      {refusal && <Alert type="warning" showIcon closable title={refusal} />}
      {run ? (
        <>
          <RunHead
            run={run}
            canUndo={past.length > 1}
            onUndo={() => setPast((states) => states.slice(0, -1))}
          />
          <Waits run={run} attempt={attempt} />
          <RunLog run={run} />
        </>
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('trial.hint')} />
      )}
    </Flex>
  );
}

function RunHead({ run, canUndo, onUndo }: { run: DryRun; canUndo: boolean; onUndo(): void }) {
  const { t } = useTranslation('designer');
  return (
    <Flex justify="space-between" align="center" wrap gap={4}>
      <Typography.Text strong>{formatInstant(run.now)}</Typography.Text>
      <Tag color={run.state.status === 'completed' ? 'green' : 'blue'}>
        {t(`trial.states.${run.state.status}`)}
      </Tag>
      <Button size="small" disabled={!canUndo} onClick={onUndo}>
        {t('trial.back')}
      </Button>
    </Flex>
  );
}

function Waits({ run, attempt }: { run: DryRun; attempt: Attempt }) {
  const { t, i18n } = useTranslation('designer');
  const nextTimer = [...run.timers].sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  return (
    <>
      {run.incidents.map(({ occurrence, message }) => (
        <Alert key={occurrence} type="error" showIcon title={message[i18n.language === 'en' ? 'en' : 'vi']} />
      ))}
      {run.tasks.map((task) => (
        <TrialTask key={task.occurrence} run={run} task={task} attempt={attempt} />
      ))}
      {nextTimer && (
        <Button block onClick={() => attempt(() => advanceTo(run, nextTimer.dueAt))}>
          {t('trial.toTimer', { at: formatInstant(nextTimer.dueAt) })}
        </Button>
      )}
    </>
  );
}

async function drawnProcess(modeler: Modeler): Promise<Process | null> {
  const { xml } = await modeler.saveXML();
  const { process, diagnostics } = await compileProcess(xml ?? '');
  return diagnostics.some(({ severity }) => severity === 'error') ? null : process;
}
