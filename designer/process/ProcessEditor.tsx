import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Skeleton, Space } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import type { ApprovedTable } from '../../server/contract/step-table/step-table.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useLintFacts } from '../lint/use-lint-facts.ts';
import { StepTableDialog } from '../table/StepTableDialog.tsx';
import { DrawingBoard } from './board/DrawingBoard.tsx';
import { forgetDrawing, keptDrawing } from './board/kept-drawing.ts';
import { useDiagnostics } from './board/use-diagnostics.ts';
import { useDrawnProcess } from './board/use-drawn-process.ts';
import { ConflictDialog } from './conflict/ConflictDialog.tsx';
import { EditorHead } from './EditorHead.tsx';
import { EditorSide } from './EditorSide.tsx';
import { FileMenu } from './file/FileMenu.tsx';
import { LifeBar } from './life/LifeBar.tsx';
import { TidyButton } from './tidy/TidyButton.tsx';
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
  /** the save that is drawn upon, whatever is read of the version since */
  const [base, setBase] = useState(version.revision);
  /** what could not be saved, because somebody else has saved since */
  const [conflict, setConflict] = useState<string>();
  const [isTableOpen, setTableOpen] = useState(false);
  const [approved, setApproved] = useState(version.approvedTable);
  const unsaved = useUnsaved({ modeler, version, saved, approved });
  const procedure = useProcedure(version.procedure);
  const compiled = useDrawnProcess(modeler);
  const diagnostics = useDiagnostics(modeler, compiled, useLintFacts(procedure));
  const differences = useTableDifferences({ approved, compiled, procedure });
  const isDraft = version.abilities.includes('update');
  const onReady = useCallback((ready: Modeler) => setModeler(ready), []);

  const save = async ({ as, over }: { as?: 'new-draft'; over?: number } = {}) => {
    if (!modeler) return;
    setSaving(true);
    setProblem(undefined);
    const { xml: drawn = '' } = await modeler.saveXML({ format: true });
    try {
      const stored = await store(version, isDraft && !as, {
        xml: drawn,
        revision: over ?? base,
        ...(approved ? { approvedTable: approved } : {}),
      });
      forgetDrawing(version.procedure, version.version);
      setBase(stored.revision);
      message.success(t('editor.saved', { version: stored.version }));
      await queries.invalidateQueries({ queryKey: ['process', version.procedure] });
      await queries.invalidateQueries({ queryKey: ['procedure', version.procedure] });
      unsaved.reset();
      if (stored.version !== version.version)
        void navigate(`/thiet-ke/quy-trinh/${version.procedure}/${stored.version}`);
    } catch (error) {
      if (isProblem(error) && error.code === 'process.saved-by-another') setConflict(drawn);
      else setProblem(error);
    } finally {
      setSaving(false);
    }
  };

  const openTheirs = (theirs: ProcessVersion) => {
    forgetDrawing(version.procedure, version.version);
    queries.setQueryData(['process', version.procedure, String(version.version)], theirs);
    setBase(theirs.revision);
    setXml(theirs.xml ?? '');
    setApproved(theirs.approvedTable);
    unsaved.reset();
  };

  return (
    <Flex vertical gap={12} className="process-editor">
      <EditorHead version={version} procedure={procedure}>
        <Button disabled={!unsaved.has} onClick={() => modeler?.get<{ undo(): void }>('commandStack').undo()}>
          {t('editor.undo')}
        </Button>
        <TidyButton modeler={modeler} />
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
                  if (kept.approvedTable) setApproved(kept.approvedTable);
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
      {conflict !== undefined && (
        <ConflictDialog
          version={version}
          mine={conflict}
          onClose={() => setConflict(undefined)}
          onResolve={(how, theirs) => {
            setConflict(undefined);
            if (how === 'mine') void save({ over: theirs.revision });
            if (how === 'new-draft') void save({ as: 'new-draft' });
            if (how === 'theirs') openTheirs(theirs);
          }}
        />
      )}
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
  { revision, ...content }: { xml: string; revision: number; approvedTable?: ApprovedTable },
): Promise<ProcessVersion> =>
  isDraft
    ? api.put(
        '/procedures/{procedure}/processes/{version}',
        { ...content, revision },
        { params: { procedure, version } },
      )
    : api.post('/procedures/{procedure}/processes', content, { params: { procedure } });
