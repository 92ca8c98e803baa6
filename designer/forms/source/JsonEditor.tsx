import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, foldGutter, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormProblem } from '../../../forms/index.ts';
import { pointerTokens } from '../../../forms/pointer.ts';
import type { DocumentName } from '../form-draft.ts';
import { dialectCompletion } from './dialect-completion.ts';
import { locatePointer } from './locate-pointer.ts';

interface Props {
  document: DocumentName;
  /** a new text replaces what is there */
  text: string;
  /** of the whole form; those of this document are underlined */
  problems: readonly FormProblem[];
  onChange: (text: string) => void;
  isReadOnly?: boolean;
}

/** One of a form's two documents as JSON, what is wrong underlined. Ctrl+Space completes. */
export function JsonEditor({ document: name, text, problems, onChange, isReadOnly = false }: Props) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef({ onChange, problems });
  latest.current = { onChange, problems };
  const label = t(`source.${name}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text reaches the standing editor below
  useEffect(() => {
    const editor = new EditorView({
      parent: host.current as HTMLElement,
      state: EditorState.create({
        doc: text,
        extensions: [
          ...FEATURES,
          EditorState.phrases.of(
            t('phrases', { ns: 'templates', returnObjects: true }) as unknown as Record<string, string>,
          ),
          autocompletion({ override: [dialectCompletion(name)], icons: false }),
          linter(({ state }) => diagnosticsOf(state, { name, problems: latest.current.problems, language })),
          EditorState.readOnly.of(isReadOnly),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [name, language, isReadOnly, label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the problems are read through `latest`
  useEffect(() => {
    if (view.current) forceLinting(view.current);
  }, [problems]);

  return <div ref={host} className="form-source" />;
}

const FEATURES = [
  lineNumbers(),
  foldGutter(),
  history(),
  drawSelection(),
  bracketMatching(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
  json(),
  lintGutter(),
  EditorView.lineWrapping,
  keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
];

interface Findings {
  name: DocumentName;
  problems: readonly FormProblem[];
  language: 'vi' | 'en';
}

const syntaxProblems = jsonParseLinter();

function diagnosticsOf(state: EditorState, { name, problems, language }: Findings): Diagnostic[] {
  const broken = problems.find(({ code, pointer }) => code === 'not-json' && pointer === `/${name}`);
  if (broken) {
    const [found] = syntaxProblems({ state } as EditorView);
    return [
      { from: found?.from ?? 0, to: found?.to ?? 0, severity: 'error', message: broken.message[language] },
    ];
  }
  return problems
    .filter(({ pointer, code }) => code !== 'not-json' && `${pointer}/`.startsWith(`/${name}/`))
    .map(({ pointer, message }) => ({
      ...locatePointer(state, pointerTokens(pointer).slice(1)),
      severity: 'error' as const,
      message: message[language],
    }));
}
