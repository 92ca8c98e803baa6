/** The code editor's own few words in the language of the screen. */
import { EditorState, type Extension } from '@codemirror/state';
import type { TFunction } from 'i18next';

/** An editor extension; a phrase that is not translated stays English. */
export const editorPhrases = (t: TFunction<'templates'>): Extension =>
  EditorState.phrases.of(t('phrases', { returnObjects: true }) as unknown as Record<string, string>);
