import { html } from '@codemirror/lang-html';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { Alert, Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
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
  const host = useRef<HTMLDivElement>(null);
  const isSame = before.source === after.source;
  useEffect(() => {
    const merge = new MergeView({
      parent: host.current as HTMLElement,
      a: { doc: before.source, extensions: [...FEATURES, named(before.name)] },
      b: { doc: after.source, extensions: [...FEATURES, named(after.name)] },
      collapseUnchanged: { margin: 3 },
      gutter: true,
    });
    return () => merge.destroy();
  }, [before.source, before.name, after.source, after.name]);
  return (
    <Modal open width="min(1280px, 96vw)" title={t('compare.title')} footer={null} onCancel={onClose}>
      {isSame && <Alert type="info" showIcon title={t('compare.same')} style={{ marginBottom: 12 }} />}
      <div className="template-compare-heads">
        <strong>{before.name}</strong>
        <strong>{after.name}</strong>
      </div>
      <div ref={host} className="template-compare" />
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
