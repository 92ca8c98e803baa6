import { Alert, Button, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { advanceTo, type DryRun, deliver, endJob } from '../../server/contract/trial/dry-run.ts';
import { DayTimeInput } from '../../ui/components/DayTimeInput.tsx';
import { civilDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';
import { type Attempt, TrialTask } from './TrialTask.tsx';

interface TrialWaitsProps {
  run: DryRun;
  attempt: Attempt;
}

/** Everything a run waits for, each with what would end the wait. */
export function TrialWaits({ run, attempt }: TrialWaitsProps) {
  const { t, i18n } = useTranslation('designer');
  const nameOf = (element: string) => run.process.steps.find(({ id }) => id === element)?.name || element;
  return (
    <>
      {run.incidents.map(({ occurrence, message }) => (
        <Alert key={occurrence} type="error" showIcon title={message[i18n.language === 'en' ? 'en' : 'vi']} />
      ))}
      {run.tasks.map((task) => (
        <TrialTask key={task.occurrence} run={run} task={task} attempt={attempt} />
      ))}
      {run.jobs.map((job) => (
        <section key={job.occurrence} className="trial-task">
          <Typography.Text strong>{nameOf(job.element)}</Typography.Text>
          <Space wrap>
            <Button size="small" type="primary" onClick={() => attempt(() => endJob(run, job))}>
              {t('trial.workDone')}
            </Button>
            <Button size="small" danger onClick={() => attempt(() => endJob(run, job, 'error'))}>
              {t('trial.workFailed')}
            </Button>
          </Space>
        </section>
      ))}
      {run.catches.map((wait) => (
        <Button key={wait.occurrence} block onClick={() => attempt(() => deliver(run, wait))}>
          {t(`trial.deliver.${wait.kind}`, { name: wait.name })}
        </Button>
      ))}
      {run.state.status === 'running' && <TrialClock run={run} attempt={attempt} />}
    </>
  );
}

/** Moves the clock: to the next timer, or to any later moment. */
function TrialClock({ run, attempt }: TrialWaitsProps) {
  const { t } = useTranslation('designer');
  const [target, setTarget] = useState<string | undefined>(() => `${civilDay(run.now)}T17:00`);
  const nextTimer = [...run.timers].sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  return (
    <section aria-label={t('trial.clock')} className="trial-clock">
      <Space wrap>
        <DayTimeInput id="trial-clock" value={target} onChange={setTarget} />
        <Button
          disabled={!target}
          onClick={() =>
            target && attempt(() => advanceTo(run, instantOf(target.slice(0, 10), target.slice(11, 16))))
          }
        >
          {t('trial.jump')}
        </Button>
      </Space>
      {nextTimer && (
        <Button block onClick={() => attempt(() => advanceTo(run, nextTimer.dueAt))}>
          {t('trial.toTimer', { at: formatInstant(nextTimer.dueAt) })}
        </Button>
      )}
    </section>
  );
}
