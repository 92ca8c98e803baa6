import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Skeleton, Space } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import type { ApprovedTable } from '../../server/contract/step-table/step-table.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useLintFacts } from '../lint/use-lint-facts.ts';
import { StepTableDialog } from '../table/StepTableDialog.tsx';
import { DrawingBoard } from './board/DrawingBoard.tsx';
import { forgetDrawing, keptDrawing } from './board/kept-drawing.ts';
import { useDiagnostics } from './board/use-diagnostics.ts';
import { useDrawnProcess } from './board/use-drawn-process.ts';
import { EditorHead } from './EditorHead.tsx';
import { EditorSide } from './EditorSide.tsx';
import { FileMenu } from './file/FileMenu.tsx';
import { LifeBar } from './life/LifeBar.tsx';
import { useTableDifferences } from './use-table-differences.ts';
import { useUnsaved } from './use-unsaved.ts';
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
  const [approved, setApproved] = useState(version.approvedTable);
  const procedure = useProcedure(version.procedure);
  const compiled = useDrawnProcess(modeler);
  const diagnostics = useDiagnostics(modeler, compiled, useLintFacts(procedure));
  const differences = useTableDifferences({ approved, compiled, procedure });
  const isDraft = version.abilities.includes('update');
  const onReady = useCallback((ready: Modeler) => setModeler(ready), []);

  const save = async () => {
    if (!modeler) return;
    setSaving(true);
    setProblem(undefined);
    try {
      const { xml: drawn = '' } = await modeler.saveXML({ format: true });
      const stored = await store(version, isDraft, {
        xml: drawn,
        ...(approved ? { approvedTable: approved } : {}),
      });
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
      <EditorHead version={version} procedure={procedure}>
        <Button disabled={!unsaved.has} onClick={() => modeler?.get<{ undo(): void }>('commandStack').undo()}>
          {t('editor.undo')}
        </Button>
        <Button onClick={() => setTableOpen(true)}>{t('table.open')}</Button>
        <FileMenu
          modeler={modeler}
          name={`${version.procedure}-v${version.version}`}
          onImported={(imported) => {
            setXml(imported);
            unsaved.mark();
          }}
        />
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
          onDrafted={(drafted, table) => {
            setXml(drafted);
            setApproved(table);
            setTableOpen(false);
            unsaved.mark();
          }}
          onKept={(table) => {
            setApproved(table);
            setTableOpen(false);
            unsaved.mark();
          }}
        />
      )}
      <div className="process-editor-body">
        <DrawingBoard xml={xml} onReady={onReady} onRefused={setRefusal} />
        <EditorSide
          version={version}
          procedure={procedure}
          modeler={modeler}
          compiled={compiled}
          diagnostics={diagnostics}
          differences={differences}
        />
      </div>
    </Flex>
  );
}

const useProcedure = (code: string): Procedure | undefined =>
  useQuery({
    queryKey: ['procedure', code],
    queryFn: () => api.get<Procedure>('/procedures/{code}', { params: { code } }),
  }).data;

/** A draft is changed in place; anything further on its way begets a new draft. */
const store = (
  { procedure, version }: ProcessVersion,
  isDraft: boolean,
  content: { xml: string; approvedTable?: ApprovedTable },
): Promise<ProcessVersion> =>
  isDraft
    ? api.put('/procedures/{procedure}/processes/{version}', content, { params: { procedure, version } })
    : api.post('/procedures/{procedure}/processes', content, { params: { procedure } });
