import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Space, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../forms/show-value.ts';
import type { TemplateResource, TemplateVersion } from '../../server/contract/catalogue.ts';
import { isMargin } from '../../templates/index.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { findProblems } from './code/find-problems.ts';
import { goTo, insertAtCursor, SourceEditor, select } from './code/SourceEditor.tsx';
import { FieldList } from './panel/FieldList.tsx';
import type { Writing } from './panel/field-insertion.ts';
import { isWholeDecision, PageFields } from './panel/PageFields.tsx';
import { ProblemList } from './panel/ProblemList.tsx';
import { ProcedureChoice } from './panel/ProcedureChoice.tsx';
import { PreviewPane } from './preview/PreviewPane.tsx';
import { readTemplateData, saveTemplate, type TemplateDraft } from './template-api.ts';
import { VersionPanel } from './versions/VersionPanel.tsx';
import { usePageEdits } from './visual/use-page-edits.ts';
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
    () => ({
      title: version.title,
      source: version.source,
      page: version.page,
      ...(version.decision && { decision: version.decision }),
    }),
    [version],
  );
  const [draft, setDraft, discard] = useDraft<TemplateDraft>(
    `template.${template.key}.${version.version}`,
    stored,
  );
  const [view, setView] = useState<EditorView>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [procedure, setProcedure] = useState<string>();
  const [isEditing, setEditing] = useState(false);
  const { data } = useQuery({
    queryKey: ['template-data', template.key, procedure],
    queryFn: () => readTemplateData(template.key, procedure),
    placeholderData: (previous) => previous,
  });
  const formFields = data?.fields;
  const problems = useMemo(() => findProblems(draft.source, formFields), [draft.source, formFields]);
  const isSound =
    problems.every(({ severity }) => severity !== 'error') &&
    isMargin(draft.page.margin) &&
    isWholeDecision(draft.decision);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const change = (part: Partial<TemplateDraft>) => setDraft((previous) => ({ ...previous, ...part }));
  const mayWrite = template.abilities.includes('create-version');
  const desk = usePageEdits({
    source: draft.source,
    onChange: (source) => change({ source }),
    onPickField: ({ start, end }) => view && select(view, start, end),
    onStale: () => {
      message.warning(t('visual.stale'));
    },
  });
  const insert = (write: Writing) => {
    if (isEditing && desk.insert(write)) return;
    if (view) insertAtCursor(view, write);
  };

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
            {version.decision &&
              `; ${t('editor.decision', { number: version.decision.number, date: showDate(version.decision.date) })}`}
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
      <div className={`template-editor-body${isEditing && mayWrite ? ' page-only' : ''}`}>
        <div className="template-editor-left">
          <SourceEditor
            source={draft.source}
            onChange={(source) => change({ source })}
            onReady={setView}
            formFields={formFields}
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
                  desk={mayWrite ? desk : undefined}
                  formFields={formFields ?? []}
                  isEditing={isEditing}
                  onEditing={setEditing}
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
              children: (
                <Flex vertical gap={8}>
                  <ProcedureChoice data={data} value={procedure} onChange={setProcedure} />
                  <FieldList formFields={formFields ?? []} onInsert={insert} />
                </Flex>
              ),
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
                  onTake={change}
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
