import { html } from '@codemirror/lang-html';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { Alert, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editorPhrases } from '../code/editor-phrases.ts';
import { mustacheColours } from '../code/mustache-colours.ts';

interface Text {
  name: string;
  source: string;
}

interface Props {
  before: Text;
  after: Text;
  onClose: () => void;
}

/** Two texts of a template side by side, what changed marked, what is the same folded away. */
export function CompareDialog({ before, after, onClose }: Props) {
  const { t } = useTranslation('templates');
  // The dialog's body is there only after the dialog has opened.
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  const isSame = before.source === after.source;
  useEffect(() => {
    if (!host) return undefined;
    const merge = new MergeView({
      parent: host,
      a: { doc: before.source, extensions: [...FEATURES, editorPhrases(t), named(before.name)] },
      b: { doc: after.source, extensions: [...FEATURES, editorPhrases(t), named(after.name)] },
      collapseUnchanged: { margin: 3 },
      gutter: true,
    });
    return () => merge.destroy();
  }, [host, before.source, before.name, after.source, after.name, t]);
  return (
    <Modal open width="min(1280px, 96vw)" title={t('compare.title')} footer={null} onCancel={onClose}>
      {isSame && <Alert type="info" showIcon title={t('compare.same')} style={{ marginBottom: 12 }} />}
      <div className="template-compare-heads">
        <strong>{before.name}</strong>
        <strong>{after.name}</strong>
      </div>
      <div ref={setHost} className="template-compare" />
    </Modal>
  );
}

const FEATURES = [
  lineNumbers(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
  html({ matchClosingTags: false }),
  mustacheColours,
];

const named = (name: string) => EditorView.contentAttributes.of({ 'aria-label': name });
