import { App, Tabs } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExampleList } from '../../forms/index.ts';
import type { FormResource, FormVersion } from '../../server/contract/catalogue.ts';
import { DeskFrame } from '../versioned/DeskFrame.tsx';
import { useDesk } from '../versioned/use-desk.ts';
import { useDeskKeys } from '../versioned/use-desk-keys.ts';
import type { DeskProps } from '../versioned/VersionedEditor.tsx';
import { FormBuilder } from './builder/FormBuilder.tsx';
import { useLatest } from './builder/use-latest.ts';
import { CheckPanel } from './check/CheckPanel.tsx';
import { withExample, withoutExample } from './check/examples.ts';
import { ProblemList } from './check/ProblemList.tsx';
import { downloadJson } from './download-json.ts';
import { FormTools } from './FormTools.tsx';
import { type FormDocuments, readFormVersion, saveForm } from './form-api.ts';
import { draftOf, type FormDraft, parseDraft } from './form-draft.ts';
import { ImportDialog } from './import/ImportDialog.tsx';
import { FormPreview } from './preview/FormPreview.tsx';
import { JsonEditor } from './source/JsonEditor.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useHistory } from './use-history.ts';
import { UsesPanel } from './uses/UsesPanel.tsx';
import { ChangesDialog } from './versions/ChangesDialog.tsx';
import { VersionPanel } from './versions/VersionPanel.tsx';
import './form-editor.css';

/** The desk of one version: drawn on a canvas or typed, always the same two documents. */
export function FormDesk({ resource, version, onOpen, onChanged }: DeskProps<FormResource, FormVersion>) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const stored = useMemo<FormDraft>(() => draftOf(version), [version]);
  const desk = useDesk<FormDraft>({
    kind: 'form',
    resource,
    version,
    stored,
    save: async (draft, basedOn) => {
      const { documents: drawn } = parseDraft(draft);
      const saved = await saveForm(resource.key, drawn ?? version, basedOn);
      if (failing > 0) message.warning(t('examples.savedFailing', { count: failing }));
      return saved;
    },
    onOpen,
    onChanged,
  });
  const { draft } = desk;
  const history = useHistory<FormDraft>();
  const [isImporting, setImporting] = useState(false);
  const [compared, setCompared] = useState<{ version: number; documents: FormDocuments }>();
  const [side, setSide] = useState('preview');
  const [answer, setAnswer] = useState<unknown>({});
  const { documents, form, problems, shown, results, failing } = useCheckedForm(draft);
  const mayWrite = resource.abilities.includes('create-version');

  const drawn = useRef<string>(undefined);
  const draw = (next: FormDocuments, key?: string) => {
    // letters typed one after another into one property are one step back
    if (key === undefined || drawn.current !== key) history.remember(draft);
    drawn.current = key;
    desk.change(draftOf(next));
  };
  const type = (name: keyof FormDraft, text: string) => {
    // the editor also tells what it was given from the canvas
    if (text === draft[name]) return;
    if (drawn.current !== `source.${name}`) history.remember(draft);
    drawn.current = `source.${name}`;
    desk.change((previous) => ({ ...previous, [name]: text }));
  };
  const step = (next: FormDraft | undefined) => {
    drawn.current = undefined;
    if (next) desk.change(next);
  };
  const undo = () => step(history.undo(draft));
  const redo = () => step(history.redo(draft));
  useDeskKeys({
    onSave: () => {
      if (mayWrite && desk.isChanged && problems.length === 0) void desk.save();
    },
    onUndo: undo,
    onRedo: redo,
  });
  const compare = async (number: number) => {
    const { schema, ui } = await readFormVersion(resource.key, number);
    setCompared({ version: number, documents: { schema, ui } });
  };
  const show = (kept: unknown) => {
    setAnswer(kept);
    setSide('preview');
  };

  const keep = useLatest((list: ExampleList, kept: unknown) => {
    if (documents) draw(withExample(documents, list, kept));
  });

  const sourceTab = (name: keyof FormDraft) => ({
    key: name,
    label: t(`source.${name}`),
    children: (
      <JsonEditor
        document={name}
        text={draft[name]}
        problems={problems}
        isReadOnly={!mayWrite}
        onChange={(text) => type(name, text)}
      />
    ),
  });
  const left = [
    {
      key: 'builder',
      label: t('tabs.builder'),
      children: documents ? (
        <FormBuilder
          documents={documents}
          stored={version}
          form={form}
          isReadOnly={!mayWrite}
          onChange={draw}
        />
      ) : (
        <>
          <ProblemList problems={problems} />
          <p>{t('builder.unreadable')}</p>
        </>
      ),
    },
    sourceTab('schema'),
    sourceTab('ui'),
  ];
  const right = [
    {
      key: 'preview',
      label: t('tabs.preview'),
      children: shown ? (
        <FormPreview
          {...shown}
          isStale={problems.length > 0}
          value={answer}
          onChange={setAnswer}
          onKeep={mayWrite && documents ? keep : undefined}
        />
      ) : (
        <ProblemList problems={problems} />
      ),
    },
    {
      key: 'problems',
      label: t('tabs.problems', { count: problems.length + failing }),
      children: (
        <CheckPanel
          problems={problems}
          results={results}
          onShow={show}
          onRemove={
            mayWrite && documents
              ? ({ list, index }) => draw(withoutExample(documents, list, index))
              : undefined
          }
        />
      ),
    },
    {
      key: 'uses',
      label: t('tabs.uses'),
      children: <UsesPanel formKey={resource.key} opened={version} />,
    },
    {
      key: 'versions',
      label: t('tabs.versions'),
      children: (
        <VersionPanel
          form={resource}
          current={version.version}
          canCompare={documents !== undefined}
          onOpen={onOpen}
          onCompare={compare}
          onRestore={draw}
          onChanged={onChanged}
        />
      ),
    },
  ];
  return (
    <DeskFrame
      title={String(documents?.schema['title'] ?? version.title)}
      version={version}
      desk={desk}
      mayWrite={mayWrite}
      canSave={problems.length === 0}
      tools={
        <FormTools
          isReadable={documents !== undefined}
          canUndo={history.canUndo}
          canRedo={history.canRedo}
          onImport={() => setImporting(true)}
          onExport={() => documents && downloadJson(`${resource.key}.json`, documents)}
          onUndo={undo}
          onRedo={redo}
        />
      }
      onOpen={onOpen}
      onCompare={(number) => void compare(number)}
      left={
        <>
          <Tabs defaultActiveKey="builder" items={left} />
          {isImporting && documents && (
            <ImportDialog
              formKey={resource.key}
              documents={documents}
              onChange={draw}
              onClose={() => setImporting(false)}
            />
          )}
          {compared && documents && (
            <ChangesDialog
              name={t('versioned:version', { version: compared.version })}
              before={compared.documents}
              after={documents}
              onClose={() => setCompared(undefined)}
            />
          )}
        </>
      }
      right={<Tabs activeKey={side} onChange={setSide} items={right} />}
    />
  );
}
