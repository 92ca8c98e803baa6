import type { EditorView } from '@codemirror/view';
import { App, Button, Space, Tabs } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateResource, TemplateVersion } from '../../server/contract/catalogue.ts';
import { isMargin } from '../../templates/index.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { findProblems } from './code/find-problems.ts';
import { goTo, insertAtCursor, SourceEditor, select } from './code/SourceEditor.tsx';
import { FieldList } from './panel/FieldList.tsx';
import { PageFields } from './panel/PageFields.tsx';
import { ProblemList } from './panel/ProblemList.tsx';
import { PreviewPane } from './preview/PreviewPane.tsx';
import { saveTemplate, type TemplateDraft } from './template-api.ts';
import { VersionPanel } from './versions/VersionPanel.tsx';
import { asSource, type Run } from './visual/find-runs.ts';
import type { Caret, Replacement } from './visual/open-page.ts';
import './template-editor.css';

interface Props {
  template: TemplateResource;
  version: TemplateVersion;
  onOpen: (version: number) => void;
  /** after something was saved or published */
  onChanged: () => Promise<void>;
}

/** The desk of one version: source, page, fields, findings, versions. What is typed survives a reload. */
export function TemplateDesk({ template, version, onOpen, onChanged }: Props) {
  const { t } = useTranslation('templates');
  const { message } = App.useApp();
  const stored = useMemo<TemplateDraft>(
    () => ({ title: version.title, source: version.source, page: version.page }),
    [version],
  );
  const [draft, setDraft, discard] = useDraft<TemplateDraft>(
    `template.${template.key}.${version.version}`,
    stored,
  );
  const [view, setView] = useState<EditorView>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const problems = useMemo(() => findProblems(draft.source), [draft.source]);
  const isSound = problems.every(({ severity }) => severity !== 'error') && isMargin(draft.page.margin);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const mayWrite = template.abilities.includes('create-version');
  const caret = useRef<Caret>(undefined);
  const edits = {
    onReplace: ({ start, end, was, source }: Replacement) => {
      if (printedText(draft.source.slice(start, end)) !== was) {
        message.warning(t('visual.stale'));
        return;
      }
      // The run has a new length from here on; what was known of the caret's surroundings stays true.
      if (caret.current?.start === start) caret.current.end = start + source.length;
      setDraft((previous) => ({ ...previous, source: spliced(previous.source, start, end, source) }));
    },
    onPickField: ({ start, end }: Run) => view && select(view, start, end),
    onCaret: (found: Caret) => {
      caret.current = found;
    },
  };
  const insert = (text: string) => {
    const place = caret.current;
    caret.current = undefined;
    if (!place) return view && insertAtCursor(view, text);
    const { start, end, before, behind } = place;
    const source = `${asSource(before)}${text}${asSource(behind)}`;
    return setDraft((previous) => ({ ...previous, source: spliced(previous.source, start, end, source) }));
  };
  const change = (part: Partial<TemplateDraft>) => setDraft((previous) => ({ ...previous, ...part }));

  const save = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await saveTemplate(template.key, draft);
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

  return (
    <div className="template-editor">
      <PageHeading
        title={draft.title}
        aside={
          <span className="template-quiet">
            {t('editor.of', { version: version.version, state: t(`versioned:state.${version.state}`) })}
            {isChanged && `; ${t('editor.unsaved')}`}
          </span>
        }
        actions={
          mayWrite && (
            <Space>
              {isChanged && (
                <ConfirmButton question={t('editor.discardQuestion')} onConfirm={discard}>
                  {t('editor.discard')}
                </ConfirmButton>
              )}
              <Button
                type="primary"
                loading={isSaving}
                disabled={!isChanged || !isSound}
                onClick={() => void save()}
              >
                {t('editor.save')}
              </Button>
            </Space>
          )
        }
      />
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <div className="template-editor-body">
        <div className="template-editor-left">
          <SourceEditor
            source={draft.source}
            onChange={(source) => {
              if (source !== draft.source) caret.current = undefined;
              change({ source });
            }}
            onReady={setView}
            isReadOnly={!mayWrite}
          />
        </div>
        <Tabs
          className="template-editor-right"
          size="small"
          items={[
            {
              key: 'preview',
              label: t('tabs.preview'),
              children: (
                <PreviewPane
                  templateKey={template.key}
                  draft={draft}
                  isSound={isSound}
                  edits={mayWrite ? edits : undefined}
                />
              ),
            },
            {
              key: 'problems',
              label: t('tabs.problems', { count: problems.length }),
              children: <ProblemList problems={problems} onOpen={(found) => view && goTo(view, found)} />,
            },
            {
              key: 'fields',
              label: t('tabs.fields'),
              children: <FieldList onInsert={insert} />,
            },
            { key: 'page', label: t('tabs.page'), children: <PageFields draft={draft} onChange={change} /> },
            {
              key: 'versions',
              label: t('tabs.versions'),
              children: (
                <VersionPanel
                  template={template}
                  current={version.version}
                  source={draft.source}
                  onOpen={onOpen}
                  onRestore={setDraft}
                  onPublished={onChanged}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

const spliced = (text: string, start: number, end: number, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** What a piece of a template without fields prints. */
const printedText = (source: string): string =>
  new DOMParser().parseFromString(source, 'text/html').body.textContent?.trim() ?? '';
