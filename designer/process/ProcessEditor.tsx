import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Select, Skeleton, Space, Tabs, Tag, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import { DryRunPanel } from '../dry-run/DryRunPanel.tsx';
import { useLintFacts } from '../lint/use-lint-facts.ts';
import { StepTableDialog } from '../table/StepTableDialog.tsx';
import { DiagnosticList } from './board/DiagnosticList.tsx';
import { DrawingBoard } from './board/DrawingBoard.tsx';
import { forgetDrawing, keepDrawing, keptDrawing } from './board/kept-drawing.ts';
import { useDiagnostics } from './board/use-diagnostics.ts';
import { LifeBar } from './life/LifeBar.tsx';
import { ElementPanel } from './panel/ElementPanel.tsx';
import { usePanelChoices } from './panel/use-panel-choices.ts';
import { StepTable } from './StepTable.tsx';
import './process-editor.css';

/** One version of a procedure's process on the drawing board, from draft to publication. */
export function ProcessEditor() {
  const { procedure = '', version = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['process', procedure, version],
    queryFn: () =>
      api.get<ProcessVersion>('/procedures/{procedure}/processes/{version}', {
        params: { procedure, version },
      }),
    // The drawing must not be replaced under the owner's hand; he is told when he saves.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return <OpenVersion key={`${data.procedure}/${data.version}`} version={data} />;
}

function OpenVersion({ version }: { version: ProcessVersion }) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const saved = version.xml ?? '';
  const [xml, setXml] = useState(saved);
  const [modeler, setModeler] = useState<Modeler>();
  const [refusal, setRefusal] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const [kept, setKept] = useState(() => keptDrawing(version.procedure, version.version));
  const [isTableOpen, setTableOpen] = useState(false);
  const unsaved = useUnsaved(modeler, version, saved);
  const choices = usePanelChoices();
  const procedure = useProcedure(version.procedure);
  const diagnostics = useDiagnostics(modeler, useLintFacts(procedure));
  const isDraft = version.abilities.includes('update');
  const onReady = useCallback((ready: Modeler) => setModeler(ready), []);

  const save = async () => {
    if (!modeler) return;
    setSaving(true);
    setProblem(undefined);
    try {
      const { xml: drawn = '' } = await modeler.saveXML({ format: true });
      const stored = await store(version, drawn, isDraft);
      forgetDrawing(version.procedure, version.version);
      message.success(t('editor.saved', { version: stored.version }));
      await queries.invalidateQueries({ queryKey: ['process', version.procedure] });
      await queries.invalidateQueries({ queryKey: ['procedure', version.procedure] });
      unsaved.reset();
      if (stored.version !== version.version)
        void navigate(`/thiet-ke/quy-trinh/${version.procedure}/${stored.version}`);
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Flex vertical gap={12} className="process-editor">
      <EditorHead version={version}>
        <Button disabled={!unsaved.has} onClick={() => modeler?.get<{ undo(): void }>('commandStack').undo()}>
          {t('editor.undo')}
        </Button>
        <Button onClick={() => setTableOpen(true)}>{t('table.open')}</Button>
        <Button
          type="primary"
          loading={isSaving}
          disabled={!modeler || (isDraft && !unsaved.has)}
          onClick={() => void save()}
        >
          {isDraft ? t('editor.save') : t('editor.saveAsDraft')}
        </Button>
      </EditorHead>
      <LifeBar
        version={version}
        hasUnsaved={unsaved.has}
        onChanged={() => void queries.invalidateQueries({ queryKey: ['process', version.procedure] })}
      />
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      {kept && kept.xml !== saved && (
        <Alert
          type="warning"
          showIcon
          title={t('editor.kept')}
          action={
            <Space>
              <Button
                size="small"
                type="primary"
                onClick={() => {
                  setXml(kept.xml);
                  setKept(undefined);
                  unsaved.mark();
                }}
              >
                {t('editor.keptTake')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  forgetDrawing(version.procedure, version.version);
                  setKept(undefined);
                }}
              >
                {t('editor.keptDrop')}
              </Button>
            </Space>
          }
        />
      )}
      {refusal && <Alert type="error" showIcon title={t('editor.refused')} description={refusal} />}
      {isTableOpen && (
        <StepTableDialog
          name={procedure?.name ?? version.procedure}
          competent={procedure?.unit}
          onClose={() => setTableOpen(false)}
          onDrafted={(drafted) => {
            setXml(drafted);
            setTableOpen(false);
            unsaved.mark();
          }}
        />
      )}
      <div className="process-editor-body">
        <DrawingBoard xml={xml} onReady={onReady} onRefused={setRefusal} />
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
              { key: 'steps', label: t('editor.steps'), children: <StepTable version={version} /> },
              { key: 'life', label: t('editor.life'), children: <LifeLog version={version} /> },
            ]}
          />
        </aside>
      </div>
    </Flex>
  );
}

const useProcedure = (code: string): Procedure | undefined =>
  useQuery({
    queryKey: ['procedure', code],
    queryFn: () => api.get<Procedure>('/procedures/{code}', { params: { code } }),
  }).data;

function EditorHead({ version, children }: { version: ProcessVersion; children: React.ReactNode }) {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const [isComparing, setComparing] = useState(false);
  const procedure = useProcedure(version.procedure);
  const { data: versions } = useQuery({
    queryKey: ['process', version.procedure, 'versions'],
    queryFn: () =>
      api.get<{ items: ProcessVersion[] }>('/procedures/{code}/processes', {
        params: { code: version.procedure },
      }),
  });
  return (
    <Flex justify="space-between" align="center" wrap gap={8}>
      <div>
        <Link to="/thiet-ke/quy-trinh">{t('list.processes')}</Link>
        <Typography.Title level={1} className="editor-title">
          {version.procedure} · {procedure?.name}
        </Typography.Title>
      </div>
      <Space wrap>
        <Select
          aria-label={t('editor.version')}
          value={version.version}
          style={{ minWidth: 190 }}
          options={(versions?.items ?? [version]).map((item) => ({
            value: item.version,
            label: t('editor.versionOption', {
              version: item.version,
              state: t(`life.states.${item.state}`),
            }),
          }))}
          onChange={(next) => navigate(`/thiet-ke/quy-trinh/${version.procedure}/${next}`)}
        />
        {(versions?.items.length ?? 0) > 1 && (
          <Button onClick={() => setComparing(true)}>{t('compare.open')}</Button>
        )}
        {children}
      </Space>
      {isComparing && versions && (
        <CompareDialog
          procedure={version.procedure}
          version={version.version}
          versions={versions.items}
          onClose={() => setComparing(false)}
        />
      )}
    </Flex>
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

/** A draft is changed in place; anything further on its way begets a new draft. */
const store = (version: ProcessVersion, xml: string, isDraft: boolean): Promise<ProcessVersion> =>
  isDraft
    ? api.put(
        '/procedures/{procedure}/processes/{version}',
        { xml },
        { params: { procedure: version.procedure, version: version.version } },
      )
    : api.post('/procedures/{procedure}/processes', { xml }, { params: { procedure: version.procedure } });

/** Whether the drawing differs from what the server has; keeps it in the browser while it does. */
function useUnsaved(modeler: Modeler | undefined, version: ProcessVersion, saved: string) {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!modeler) return;
    const onChange = async () => {
      setHas(true);
      const { xml } = await modeler.saveXML({ format: true });
      keepDrawing(version.procedure, version.version, { xml: xml ?? '', base: saved });
    };
    const listener = () => void onChange();
    modeler.on('commandStack.changed', listener);
    return () => modeler.off('commandStack.changed', listener);
  }, [modeler, version.procedure, version.version, saved]);
  useEffect(() => {
    if (!has) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [has]);
  return { has, mark: () => setHas(true), reset: () => setHas(false) };
}
