import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Form, InputNumber, Select } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '../../engine/index.ts';
import type { Compiled } from '../../engine/types.ts';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { civilDay } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { useCalendarYears } from '../dry-run/use-trial-calendar.ts';
import type { PanelChoices } from '../process/panel/panel-choices.ts';
import { resourceName, resourcesOf } from './resources.ts';
import { SimulationResult } from './SimulationResult.tsx';
import { simulateInWorker } from './simulate-in-worker.ts';
import { useHeatMarks } from './use-heat-marks.ts';

const HOURS_A_DAY = 8;
const MOST = 20_000;

interface SimulationPanelProps {
  modeler: Modeler;
  compiled: Compiled | undefined;
  procedure: Procedure | undefined;
  version: ProcessVersion;
  choices: PanelChoices;
}

interface Answers {
  dossiers: number;
  people: Record<string, number>;
  other?: number;
}

/** A year's dossiers through what is drawn: where they would queue with so many people, beside another version. */
export function SimulationPanel({ modeler, compiled, procedure, version, choices }: SimulationPanelProps) {
  const { t } = useTranslation('designer');
  const { session } = useSession();
  const year = Number(civilDay(session?.now ?? '2026-01-05T00:00:00.000Z').slice(0, 4));
  const { years, error } = useCalendarYears([year, year + 1]);
  const [form] = Form.useForm<Answers>();
  const resources = useMemo(
    () => (compiled?.process ? resourcesOf(compiled.process) : []),
    [compiled?.process],
  );
  const versions = useQuery({
    queryKey: ['process', version.procedure, 'versions'],
    queryFn: () =>
      api.get<{ items: ProcessVersion[] }>('/procedures/{code}/processes', {
        params: { code: version.procedure },
      }),
  });
  const run = useMutation({
    mutationFn: async ({ dossiers, people, other }: Answers) => {
      const asked = {
        calendar: years ?? [],
        dossiers,
        people: people ?? {},
        limitHours: procedure && limitHours(procedure),
        year,
      };
      const drawn = (await modeler.saveXML()).xml ?? '';
      const before = other === undefined ? undefined : await xmlOf(version.procedure, other);
      const [now, then] = await Promise.all([
        simulateInWorker({ ...asked, xml: drawn }),
        before === undefined ? undefined : simulateInWorker({ ...asked, xml: before }),
      ]);
      return { now, then, other };
    },
  });
  const reply = run.data?.now;
  const found: Simulation | undefined = reply && 'found' in reply ? reply.found : undefined;
  useHeatMarks(modeler, found);
  const others = (versions.data?.items ?? []).map((each) => ({
    value: each.version,
    label: t('list.version', { version: each.version }),
  }));
  return (
    <Flex vertical gap={12}>
      <Form
        form={form}
        layout="vertical"
        size="small"
        initialValues={{ dossiers: 500 }}
        onFinish={(answers: Answers) => run.mutate(answers)}
      >
        <Form.Item name="dossiers" label={t('simulation.dossiers')}>
          <InputNumber min={1} max={MOST} style={{ width: 140 }} />
        </Form.Item>
        {resources.map((key) => (
          <Form.Item
            key={key}
            name={['people', key]}
            label={t('simulation.people', { who: resourceName(key, choices) })}
          >
            <InputNumber min={1} max={1000} placeholder="1" style={{ width: 140 }} />
          </Form.Item>
        ))}
        <Form.Item name="other" label={t('simulation.compareWith')}>
          <Select allowClear options={others} placeholder={t('simulation.noComparison')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={run.isPending} disabled={!years}>
          {t('simulation.run')}
        </Button>
      </Form>
      {error && <ErrorPanel error={error} />}
      {run.error && <ErrorPanel error={run.error} />}
      {reply && 'problem' in reply && (
        <Alert type="warning" showIcon title={t(`simulation.problems.${reply.problem}`)} />
      )}
      {found ? (
        <SimulationResult
          modeler={modeler}
          choices={choices}
          found={found}
          before={run.data?.then && 'found' in run.data.then ? run.data.then.found : undefined}
          beforeName={
            run.data?.other === undefined ? undefined : t('list.version', { version: run.data.other })
          }
        />
      ) : (
        !reply && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('simulation.hint')} />
      )}
    </Flex>
  );
}

const limitHours = ({ timeLimit: { amount, unit } }: Procedure): number =>
  unit === 'working-hours' ? amount : amount * HOURS_A_DAY;

const xmlOf = async (procedure: string, version: number): Promise<string> =>
  (
    await api.get<ProcessVersion>('/procedures/{procedure}/processes/{version}', {
      params: { procedure, version },
    })
  ).xml ?? '';
