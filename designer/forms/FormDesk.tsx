import { DownloadOutlined, ImportOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Space, Tabs } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormResource, FormVersion } from '../../server/contract/catalogue.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { FormBuilder } from './builder/FormBuilder.tsx';
import { downloadJson } from './download-json.ts';
import { ExampleList } from './ExampleList.tsx';
import { withExample } from './examples.ts';
import { type FormDocuments, saveForm } from './form-api.ts';
import { draftOf, type FormDraft, readDraft } from './form-draft.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { ProblemList } from './ProblemList.tsx';
import { FormPreview } from './preview/FormPreview.tsx';
import { JsonEditor } from './source/JsonEditor.tsx';
import { useHistory } from './use-history.ts';
import { VersionPanel } from './versions/VersionPanel.tsx';
import './form-editor.css';

interface Props {
  form: FormResource;
  version: FormVersion;
  onOpen: (version: number) => void;
  /** after something was saved or published */
  onChanged: () => Promise<void>;
}

/** The desk of one version: drawn on a canvas or typed, always the same two documents. */
export function FormDesk({ form: resource, version, onOpen, onChanged }: Props) {
  const { t } = useTranslation('forms');
  const { message } = App.useApp();
  const stored = useMemo<FormDraft>(() => draftOf(version), [version]);
  const [draft, setDraft, discard] = useDraft<FormDraft>(`form.${resource.key}.${version.version}`, stored);
  const history = useHistory<FormDraft>();
  const [isSaving, setSaving] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { documents, form, problems } = useMemo(() => readDraft(draft), [draft]);
  const shown = useLastGood(documents && form ? { documents, form } : undefined);
  const isChanged = draft.schema !== stored.schema || draft.ui !== stored.ui;
  const mayWrite = resource.abilities.includes('create-version');

  const drawn = useRef<string>(undefined);
  const draw = (next: FormDocuments, key?: string) => {
    // letters typed one after another into one property are one step back
    if (key === undefined || drawn.current !== key) history.remember(draft);
    drawn.current = key;
    setDraft(draftOf(next));
  };
  const step = (next: FormDraft | undefined) => {
    drawn.current = undefined;
    if (next) setDraft(next);
  };

  const save = async () => {
    if (!documents) return;
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await saveForm(resource.key, documents);
      discard();
      await onChanged();
      message.success(t('editor.saved', { version: saved.version }));
      onOpen(saved.version);
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };

  const sourceTab = (name: keyof FormDraft) => ({
    key: name,
    label: t(`source.${name}`),
    children: (
      <JsonEditor
        document={name}
        text={draft[name]}
        problems={problems}
        isReadOnly={!mayWrite}
        onChange={(text) => setDraft((previous) => ({ ...previous, [name]: text }))}
      />
    ),
  });

  return (
    <div className="form-editor">
      <PageHeading
        title={String(documents?.schema['title'] ?? version.title)}
        aside={
          <span className="form-quiet">
            {t('editor.of', { version: version.version, state: t(`versioned:state.${version.state}`) })}
            {isChanged && `; ${t('editor.unsaved')}`}
          </span>
        }
        actions={
          mayWrite && (
            <Space>
              <Button
                icon={<ImportOutlined />}
                disabled={!documents}
                aria-label={t('import.title')}
                title={t('import.title')}
                onClick={() => setImporting(true)}
              />
              <Button
                icon={<DownloadOutlined />}
                disabled={!documents}
                aria-label={t('editor.export')}
                title={t('editor.export')}
                onClick={() => downloadJson(`${resource.key}.json`, documents)}
              />
              <Button
                icon={<UndoOutlined />}
                aria-label={t('editor.undo')}
                title={t('editor.undo')}
                disabled={!history.canUndo}
                onClick={() => step(history.undo(draft))}
              />
              <Button
                icon={<RedoOutlined />}
                aria-label={t('editor.redo')}
                title={t('editor.redo')}
                disabled={!history.canRedo}
                onClick={() => step(history.redo(draft))}
              />
              {isChanged && (
                <ConfirmButton question={t('editor.discardQuestion')} onConfirm={discard}>
                  {t('editor.discard')}
                </ConfirmButton>
              )}
              <Button
                type="primary"
                loading={isSaving}
                disabled={!isChanged || problems.length > 0}
                onClick={() => void save()}
              >
                {t('editor.save')}
              </Button>
            </Space>
          )
        }
      />
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <div className="form-editor-body">
        <div className="form-editor-left">
          <Tabs
            defaultActiveKey="builder"
            items={[
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
                  <ProblemList problems={problems} />
                ),
              },
              sourceTab('schema'),
              sourceTab('ui'),
            ]}
          />
        </div>
        <div className="form-editor-right">
          <Tabs
            items={[
              {
                key: 'preview',
                label: t('tabs.preview'),
                children: shown ? (
                  <FormPreview
                    {...shown}
                    isStale={problems.length > 0}
                    onKeep={
                      mayWrite && documents ? (example) => draw(withExample(documents, example)) : undefined
                    }
                  />
                ) : (
                  <ProblemList problems={problems} />
                ),
              },
              {
                key: 'problems',
                label: t('tabs.problems', { count: problems.length }),
                children: (
                  <>
                    <ProblemList problems={problems} />
                    {form && <ExampleList form={form} />}
                  </>
                ),
              },
              {
                key: 'versions',
                label: t('tabs.versions'),
                children: (
                  <VersionPanel
                    form={resource}
                    current={version.version}
                    documents={documents}
                    onOpen={onOpen}
                    onRestore={draw}
                    onPublished={onChanged}
                  />
                ),
              },
            ]}
          />
        </div>
      </div>
      {isImporting && documents && (
        <ImportDialog documents={documents} onChange={draw} onClose={() => setImporting(false)} />
      )}
    </div>
  );
}

/** The last value that was there: the preview keeps standing while a line is half-typed. */
function useLastGood<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}
