import { Button, Table, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulatedStep, Simulation } from '../../engine/index.ts';
import { ToneTag } from '../../ui/components/ToneTag.tsx';
import { showElement } from '../process/board/show-element.ts';
import type { PanelChoices } from '../process/panel/panel-choices.ts';
import { heatOf } from './heat.ts';
import { resourceName } from './resources.ts';

const DAY_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;
const TONES = { cool: 'success', warm: 'warning', hot: 'danger' } as const;

interface SimulationResultProps {
  modeler: Modeler;
  choices: PanelChoices;
  found: Simulation;
  /** the same dossiers through another version */
  before: Simulation | undefined;
  beforeName: string | undefined;
}

/** How long dossiers took, which share was late, where they waited and how busy people were. */
export function SimulationResult({ modeler, choices, found, before, beforeName }: SimulationResultProps) {
  const { t, i18n } = useTranslation('designer');
  const result = useRef<HTMLElement>(null);
  // The answer stands below what was asked: it comes into view by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is a new view
  useEffect(() => result.current?.scrollIntoView({ block: 'start' }), [found]);
  const number = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  const days = (ms: number) => t('simulation.days', { days: number(ms / DAY_MS) });
  const figures: [string, (of: Simulation) => string][] = [
    ['mean', ({ duration }) => days(duration.mean)],
    ['p95', ({ duration }) => days(duration.p95)],
    ['late', ({ pastLimit }) => `${number(pastLimit * 100)} %`],
    ['unfinished', ({ unfinished }) => number(unfinished)],
  ];
  return (
    <section ref={result} aria-label={t('simulation.result')}>
      <Table
        size="small"
        rowKey="what"
        pagination={false}
        dataSource={figures.map(([what, of]) => ({
          what: t(`simulation.figures.${what}`),
          now: of(found),
          before: before && of(before),
        }))}
        columns={[
          { title: '', dataIndex: 'what' },
          { title: t('simulation.drawn'), dataIndex: 'now', align: 'right' },
          ...(before ? [{ title: beforeName, dataIndex: 'before', align: 'right' as const }] : []),
        ]}
      />
      <Table<SimulatedStep>
        size="small"
        style={{ marginTop: 12 }}
        rowKey="element"
        pagination={false}
        dataSource={found.steps.filter(({ resource, count }) => resource !== undefined && count > 0)}
        columns={[
          {
            title: t('simulation.step'),
            render: (_, { element, name }) => (
              <Button type="link" size="small" onClick={() => showElement(modeler, element)}>
                {name || element}
              </Button>
            ),
          },
          {
            title: t('simulation.waiting'),
            align: 'right',
            render: (_, { waiting }) => (
              <ToneTag tone={TONES[heatOf(waiting.mean)]}>
                {t('simulation.hours', { hours: number(waiting.mean / HOUR_MS) })}
              </ToneTag>
            ),
          },
          { title: t('simulation.queue'), align: 'right', render: (_, { queue }) => number(queue.max) },
        ]}
      />
      <Typography.Paragraph strong style={{ margin: '12px 0 4px' }}>
        {t('simulation.load')}
      </Typography.Paragraph>
      <ul className="simulation-load">
        {found.resources.map(({ key, people, load }) => (
          <li key={key}>
            {t('simulation.loadOf', {
              who: resourceName(key, choices),
              people,
              load: number(load * 100),
            })}
          </li>
        ))}
      </ul>
      <Typography.Paragraph type="secondary">{t('simulation.assumptions')}</Typography.Paragraph>
    </section>
  );
}
