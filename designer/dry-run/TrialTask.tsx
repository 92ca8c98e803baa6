import { Button, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepInfo, Variables } from '../../engine/types.ts';
import { FormView } from '../../forms/react/index.ts';
import { completeTask, type DryRun, type DryTask } from '../../server/contract/trial/dry-run.ts';
import { formatInstant } from '../../ui/format/format-time.ts';
import { sampleOf } from './trial-data.ts';
import { usePublishedForm } from './use-published-form.ts';

/** Tries a next state; what the kernel refuses is said, and changes nothing. */
export type Attempt = (next: () => DryRun) => void;

/** One open step of a trial: its form, filled in with sample data, and whoever would do it. */
export function TrialTask({ run, task, attempt }: { run: DryRun; task: DryTask; attempt: Attempt }) {
  const { t, i18n } = useTranslation('designer');
  const step = run.process.steps.find(({ id }) => id === task.element);
  const { data: form } = usePublishedForm(step?.form);
  const sample = useMemo(() => form && sampleOf(form), [form]);
  /** what was changed of the sample */
  const [answer, setAnswer] = useState<unknown>();
  const complete = (output: Variables) => attempt(() => completeTask(run, task.occurrence, output));
  return (
    <section className="trial-task" aria-label={step?.name}>
      <Typography.Text strong>{step?.name ?? task.element}</Typography.Text>
      <div>{performerOf(step, (role) => t(`panel.roles.${role}`, role))}</div>
      <div>
        {task.dueAt ? t('trial.due', { at: formatInstant(task.dueAt) }) : t('panel.durationKinds.none')}
      </div>
      {form ? (
        <FormView
          schema={form.schema}
          ui={form.ui}
          value={answer ?? sample}
          onChange={setAnswer}
          language={i18n.language === 'en' ? 'en' : 'vi'}
          submitText={t('trial.complete')}
          onSubmit={(data) => complete(data as Variables)}
        />
      ) : (
        <Button type="primary" size="small" onClick={() => complete({})}>
          {t('trial.complete')}
        </Button>
      )}
    </section>
  );
}

const performerOf = (step: StepInfo | undefined, roleName: (role: string) => string): string =>
  [step?.lane, step?.performer.role && roleName(step.performer.role)].filter(Boolean).join(' · ');
