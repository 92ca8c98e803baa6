import { Alert, Button, Collapse, Empty, Flex, Form, Space, Tag, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarYearMissing, ClockRefused } from '../../calendar/index.ts';
import { CommandRefused, compileProcess } from '../../engine/index.ts';
import type { Process, Variables } from '../../engine/types.ts';
import { FormView } from '../../forms/react/index.ts';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { type DryRun, isLate, startDryRun } from '../../server/contract/trial/dry-run.ts';
import { DayInput } from '../../ui/components/DayInput.tsx';
import { sentencesOf } from '../../ui/components/ErrorPanel.tsx';
import { civilDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { CoverageLine } from './CoverageLine.tsx';
import { coverageOf } from './coverage.ts';
import { RunLog } from './RunLog.tsx';
import { TrialOperations } from './TrialOperations.tsx';
import { TrialPapers } from './TrialPapers.tsx';
import type { Attempt } from './TrialTask.tsx';
import { TrialTests } from './TrialTests.tsx';
import { TrialWaits } from './TrialWaits.tsx';
import { sampleOf, trialInput } from './trial-data.ts';
import { usePublishedForm } from './use-published-form.ts';
import { useRunMarks } from './use-run-marks.ts';
import { useTrialCalendar } from './use-trial-calendar.ts';

interface DryRunPanelProps {
  modeler: Modeler;
  procedure: Procedure | undefined;
}

/** Plays the drawn process before anybody relies on it: every role, the real forms and papers, a clock that jumps. */
export function DryRunPanel({ modeler, procedure }: DryRunPanelProps) {
  const { t } = useTranslation('designer');
  const { session } = useSession();
  const today = civilDay(session?.now ?? instantOf('2026-01-05', '08:00'));
  const [day, setDay] = useState<string | undefined>(today);
  const year = Number((day ?? today).slice(0, 4));
  const { calendar, error } = useTrialCalendar([year, year + 1]);
  const { data: form } = usePublishedForm(procedure?.form);
  const [application, setApplication] = useState<Variables>();
  /** every state passed through, so that a step can be taken back */
  const [past, setPast] = useState<DryRun[]>([]);
  /** of the runs before, as long as the drawing stays as it is */
  const [coveredBefore, setCoveredBefore] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string>();
  const run = past.at(-1);
  const covered = useMemo(() => new Set([...coveredBefore, ...(run?.covered ?? [])]), [coveredBefore, run]);
  const coverage = useMemo(() => (run ? coverageOf(run.process, covered) : undefined), [run, covered]);
  useRunMarks(modeler, { run, covered, coverage });
  useEffect(() => {
    const forget = () => {
      setPast([]);
      setCoveredBefore(new Set());
    };
    modeler.on('commandStack.changed', forget);
    return () => modeler.off('commandStack.changed', forget);
  }, [modeler]);

  const attempt: Attempt = (next) => {
    try {
      const reached = next();
      setPast((states) => [...states, reached]);
      setRefusal(undefined);
    } catch (problem) {
      setRefusal(refusalOf(problem, t));
    }
  };

  const start = async () => {
    const process = await drawnProcess(modeler);
    if (!process || !calendar || !day) {
      setRefusal(t('trial.notRunnable'));
      return;
    }
    setCoveredBefore(covered);
    setPast([]);
    const input = trialInput(form, application);
    attempt(() =>
      startDryRun({
        process,
        calendar,
        input,
        at: instantOf(day, '08:00'),
        ...(procedure ? { timeLimit: procedure.timeLimit } : {}),
      }),
    );
  };

  if (error) return <Alert type="error" showIcon title={sentencesOf(error, t).title} />;
  return (
    <Flex vertical gap={12}>
      <Form layout="vertical" size="small">
        <Form.Item label={t('trial.receivedOn')} htmlFor="trial-day" style={{ marginBottom: 8 }}>
          <Space.Compact block>
            <DayInput id="trial-day" value={day} onChange={setDay} />
            <Button type="primary" disabled={!calendar || !day} onClick={() => void start()}>
              {run ? t('trial.again') : t('trial.start')}
            </Button>
          </Space.Compact>
        </Form.Item>
      </Form>
      {form && <ApplicationData form={form} application={application} onChange={setApplication} />}
      {refusal && <Alert type="warning" showIcon closable title={refusal} />}
      {run ? (
        <>
          <RunHead
            run={run}
            canUndo={past.length > 1}
            onUndo={() => setPast((states) => states.slice(0, -1))}
          />
          <TrialWaits key={run.now} run={run} attempt={attempt} />
          <TrialOperations run={run} attempt={attempt} />
          {procedure && <TrialPapers run={run} procedure={procedure} />}
          {coverage && <CoverageLine modeler={modeler} coverage={coverage} />}
          <RunLog run={run} />
        </>
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('trial.hint')} />
      )}
      {procedure && (
        <TrialTests
          procedure={procedure}
          run={run}
          calendar={calendar}
          drawn={async () => (await modeler.saveXML()).xml ?? ''}
        />
      )}
    </Flex>
  );
}

interface ApplicationDataProps {
  form: { schema: Record<string, unknown>; ui: Record<string, unknown> };
  application: Variables | undefined;
  onChange(application: Variables): void;
}

/** What the applicant would have filled in; the form's own sample until something else is. */
function ApplicationData({ form, application, onChange }: ApplicationDataProps) {
  const { t, i18n } = useTranslation('designer');
  const sample = useMemo(() => sampleOf(form), [form]);
  const [typed, setTyped] = useState<unknown>();
  return (
    <Collapse
      size="small"
      destroyOnHidden
      items={[
        {
          key: 'application',
          label: application ? t('trial.ownData') : t('trial.sampleData'),
          children: (
            <FormView
              schema={form.schema}
              ui={form.ui}
              value={typed ?? application ?? sample}
              onChange={setTyped}
              language={i18n.language === 'en' ? 'en' : 'vi'}
              submitText={t('trial.useData')}
              onSubmit={(data) => onChange(data as Variables)}
            />
          ),
        },
      ]}
    />
  );
}

function RunHead({ run, canUndo, onUndo }: { run: DryRun; canUndo: boolean; onUndo(): void }) {
  const { t } = useTranslation('designer');
  return (
    <div className="trial-head">
      <Flex justify="space-between" align="center" wrap gap={4}>
        <Typography.Text strong>{formatInstant(run.now)}</Typography.Text>
        <Tag color={run.state.status === 'completed' ? 'green' : 'blue'}>
          {t(`trial.states.${run.state.status}`)}
        </Tag>
        <Button size="small" disabled={!canUndo} onClick={onUndo}>
          {t('trial.back')}
        </Button>
      </Flex>
      {run.clock && (
        <div>
          {t('trial.promised', { at: formatInstant(run.clock.dueAt) })}{' '}
          {isLate(run) && <Tag color="red">{t('trial.late')}</Tag>}
          {run.clock.state === 'paused' && <Tag color="gold">{t('trial.paused')}</Tag>}
        </div>
      )}
    </div>
  );
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Why an action was not possible; anything else that is thrown is a bug and is shown as it is. */
function refusalOf(problem: unknown, t: Translate): string {
  if (problem instanceof ClockRefused)
    return t(`trial.refusals.${problem.code}`, {
      latest: problem.latest ? formatInstant(problem.latest) : '',
    });
  if (problem instanceof CalendarYearMissing) return t('trial.refusals.calendar-year');
  if (problem instanceof CommandRefused) return t('trial.refusals.command', { message: problem.message });
  return problem instanceof Error ? problem.message : String(problem);
}

async function drawnProcess(modeler: Modeler): Promise<Process | null> {
  const { xml } = await modeler.saveXML();
  const { process, diagnostics } = await compileProcess(xml ?? '');
  return diagnostics.some(({ severity }) => severity === 'error') ? null : process;
}
