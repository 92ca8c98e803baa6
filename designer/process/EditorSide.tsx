import { Tabs, Tag } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { Compiled } from '../../engine/types.ts';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import type { LintFinding } from '../../server/contract/lint/lint-model.ts';
import type { TableDifference } from '../../server/contract/step-table/step-table.ts';
import { DryRunPanel } from '../dry-run/DryRunPanel.tsx';
import { SimulationPanel } from '../simulation/SimulationPanel.tsx';
import { ActivityPanel } from './activity/ActivityPanel.tsx';
import { DiagnosticList } from './board/DiagnosticList.tsx';
import { CommentsPanel } from './comments/CommentsPanel.tsx';
import { ElementPanel } from './panel/ElementPanel.tsx';
import { usePanelChoices } from './panel/use-panel-choices.ts';
import { StepTablePanel } from './StepTablePanel.tsx';

interface EditorSideProps {
  version: ProcessVersion;
  procedure: Procedure | undefined;
  modeler: Modeler | undefined;
  /** what is drawn now */
  compiled: Compiled | undefined;
  diagnostics: readonly LintFinding[];
  differences: readonly TableDifference[] | undefined;
}

/** Beside the drawing: what is selected, what is wrong, trying it, its step table, its life. */
export function EditorSide(props: EditorSideProps) {
  const { version, procedure, modeler, compiled, diagnostics, differences } = props;
  const { t } = useTranslation('designer');
  const choices = usePanelChoices();
  return (
    <aside className="process-editor-side">
      <Tabs
        size="small"
        tabPlacement="end"
        tabBarGutter={0}
        items={[
          {
            key: 'properties',
            label: t('editor.properties'),
            children: modeler && (
              <ElementPanel modeler={modeler} choices={choices} applicationForm={procedure?.form} />
            ),
          },
          {
            key: 'diagnostics',
            label: t('editor.diagnostics', { count: diagnostics.length }),
            children: <DiagnosticList modeler={modeler} diagnostics={diagnostics} />,
          },
          {
            key: 'trial',
            label: t('trial.tab'),
            children: modeler && <DryRunPanel modeler={modeler} procedure={procedure} />,
          },
          {
            key: 'simulation',
            label: t('simulation.tab'),
            children: modeler && (
              <SimulationPanel
                modeler={modeler}
                compiled={compiled}
                procedure={procedure}
                version={version}
                choices={choices}
              />
            ),
          },
          {
            key: 'steps',
            label: t('editor.steps'),
            children: <StepTablePanel version={version} modeler={modeler} differences={differences} />,
          },
          ...(version.state === 'published' || version.state === 'retired'
            ? [
                {
                  key: 'activity',
                  label: t('activity.tab'),
                  children: modeler && (
                    <ActivityPanel
                      version={version}
                      modeler={modeler}
                      nameOf={(element) =>
                        compiled?.process?.steps.find(({ id }) => id === element)?.name || element
                      }
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'comments',
            label: t('comments.tab', {
              count: (version.comments ?? []).filter(({ isSettled }) => !isSettled).length,
            }),
            forceRender: true,
            children: modeler && <CommentsPanel version={version} modeler={modeler} />,
          },
          { key: 'life', label: t('editor.life'), children: <LifeLog version={version} /> },
        ]}
      />
    </aside>
  );
}

function LifeLog({ version }: { version: ProcessVersion }) {
  const { t, i18n } = useTranslation('designer');
  const format = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return (
    <ul className="life-log">
      {version.decision && (
        <li>
          <Tag color="blue">{t('life.decision', version.decision)}</Tag>
        </li>
      )}
      {version.life.map((event) => (
        <li key={event.at + event.action}>
          <strong>{t(`life.events.${event.action}`, event.action)}</strong> · {event.actor} ·{' '}
          {format.format(new Date(event.at))}
          {event.note && <div>{event.note}</div>}
        </li>
      ))}
    </ul>
  );
}
