import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { bracketMatching, foldGutter } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueEntry } from '../../../templates/index.ts';
import type { Writing } from '../panel/field-insertion.ts';
import { editorPhrases } from './editor-phrases.ts';
import { findProblems } from './find-problems.ts';
import { htmlColours } from './html-colours.ts';
import { mustacheColours } from './mustache-colours.ts';
import { enclosingLists, templateCompletion } from './template-completion.ts';

interface Props {
  /** the text to start with; a new text replaces what is there */
  source: string;
  onChange: (source: string) => void;
  /** the editor itself, to insert at the cursor and to go to a line */
  onReady: (view: EditorView) => void;
  /** of the e-forms that fill the paper, once they are known */
  formFields?: readonly CatalogueEntry[] | undefined;
  isReadOnly?: boolean;
}

/** A template's source: HTML with mustaches, completed from the catalogue, problems underlined. Ctrl+Space completes. */
export function SourceEditor({ source, onChange, onReady, formFields, isReadOnly = false }: Props) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const calls = useRef({ onChange, onReady });
  calls.current = { onChange, onReady };
  const advice = useRef(new Compartment()).current;
  const label = t('editor.source');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text reaches the standing editor below
  useEffect(() => {
    const editor = new EditorView({
      parent: host.current as HTMLElement,
      state: EditorState.create({
        doc: source,
        extensions: [
          ...FEATURES,
          editorPhrases(t),
          advice.of(adviceFor(language, formFields)),
          EditorState.readOnly.of(isReadOnly),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) calls.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    calls.current.onReady(editor);
    return () => editor.destroy();
  }, [language, isReadOnly, label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === source) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: source } });
  }, [source]);

  useEffect(() => {
    view.current?.dispatch({ effects: advice.reconfigure(adviceFor(language, formFields)) });
  }, [advice, language, formFields]);

  return <div ref={host} className="template-source" />;
}

/** Puts text where the cursor is, and the cursor behind it. */
export function insertAtCursor(view: EditorView, write: Writing): void {
  const before = view.state.sliceDoc(0, view.state.selection.main.from);
  view.dispatch(view.state.replaceSelection(write(enclosingLists(before).length > 0)));
  view.focus();
}

/** Shows and selects a place; lines and columns count from 1. */
export function goTo(view: EditorView, { line, column }: { line: number; column: number }): void {
  const position = positionOf(view.state, line, column);
  view.dispatch({
    selection: { anchor: position },
    effects: EditorView.scrollIntoView(position, { y: 'center' }),
  });
  view.focus();
}

/** Selects and shows what stands between two offsets. */
export function select(view: EditorView, start: number, end: number): void {
  const head = Math.min(end, view.state.doc.length);
  view.dispatch({
    selection: { anchor: Math.min(start, head), head },
    effects: EditorView.scrollIntoView(head, { y: 'center' }),
  });
  view.focus();
}

const FEATURES = [
  lineNumbers(),
  highlightActiveLineGutter(),
  foldGutter(),
  history(),
  drawSelection(),
  bracketMatching(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  htmlColours,
  html({ matchClosingTags: false }),
  mustacheColours,
  lintGutter(),
  EditorView.lineWrapping,
  keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
];

/** What is offered and what is underlined, both by what the paper's data have. */
function adviceFor(language: 'vi' | 'en', formFields: readonly CatalogueEntry[] | undefined) {
  return [
    autocompletion({ override: [templateCompletion(language, formFields)], icons: false }),
    linter(({ state }) => diagnosticsOf(state, language, formFields), { delay: 250 }),
  ];
}

function diagnosticsOf(
  state: EditorState,
  language: 'vi' | 'en',
  formFields: readonly CatalogueEntry[] | undefined,
): Diagnostic[] {
  return findProblems(state.doc.toString(), formFields).map(({ line, column, severity, message }) => {
    const from = positionOf(state, line, column);
    const rest = /^(\{\{+[^}]*\}*|[\w.@-]+|.)?/.exec(state.sliceDoc(from, from + 80))?.[0] ?? '';
    return {
      from,
      to: Math.min(from + Math.max(rest.length, 1), state.doc.length),
      severity,
      message: message[language],
    };
  });
}

function positionOf(state: EditorState, line: number, column: number): number {
  const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(from + Math.max(column - 1, 0), to);
}
