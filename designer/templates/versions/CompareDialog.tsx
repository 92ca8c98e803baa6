import { html } from '@codemirror/lang-html';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateResource } from '../../../server/contract/catalogue.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { newestFirst } from '../../versioned/versioned-resource.ts';
import { editorPhrases } from '../code/editor-phrases.ts';
import { htmlColours } from '../code/html-colours.ts';
import { mustacheColours } from '../code/mustache-colours.ts';
import { readTemplateVersion } from '../template-api.ts';

interface Props {
  template: TemplateResource;
  /** what it was, on the left */
  version: number;
  /** the text on the desk: the right side, unless another version is chosen for it */
  desk: string;
  onClose: () => void;
}

/** Two texts of a template side by side, what changed marked, what is the same folded away. */
export function CompareDialog({ template, version, desk, onClose }: Props) {
  const { t } = useTranslation('templates');
  const [left, setLeft] = useState<number | 'desk'>(version);
  const [right, setRight] = useState<number | 'desk'>('desk');
  const before = useText(template.key, { side: left, desk });
  const after = useText(template.key, { side: right, desk });
  const sides = [
    { value: 'desk' as const, label: t('versions.desk') },
    ...newestFirst(template.versions).map((each) => ({
      value: each.version,
      label: t('versioned:version', { version: each.version }),
    })),
  ];
  const nameOf = (side: number | 'desk') => sides.find(({ value }) => value === side)?.label ?? '';
  const failed = before.error ?? after.error;
  return (
    <Modal open width="min(1280px, 96vw)" title={t('compare.title')} footer={null} onCancel={onClose}>
      <div className="template-compare-heads">
        <Select aria-label={t('compare.left')} value={left} options={sides} onChange={setLeft} />
        <Select aria-label={t('compare.right')} value={right} options={sides} onChange={setRight} />
      </div>
      {failed && <ErrorPanel error={failed} />}
      {before.data !== undefined && before.data === after.data && (
        <Alert type="info" showIcon title={t('compare.same')} style={{ marginBottom: 12 }} />
      )}
      {before.data !== undefined && after.data !== undefined && (
        <Comparison
          before={{ name: nameOf(left), source: before.data }}
          after={{ name: nameOf(right), source: after.data }}
        />
      )}
    </Modal>
  );
}

function useText(key: string, { side, desk }: { side: number | 'desk'; desk: string }) {
  const { data, error } = useQuery({
    queryKey: ['template', key, side],
    queryFn: () => readTemplateVersion(key, side as number),
    enabled: side !== 'desk',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return side === 'desk' ? { data: desk, error: null } : { data: data?.source, error };
}

interface Text {
  name: string;
  source: string;
}

function Comparison({ before, after }: { before: Text; after: Text }) {
  const { t } = useTranslation('templates');
  // The dialog's body is there only after the dialog has opened.
  const [host, setHost] = useState<HTMLDivElement | null>(null);
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
  return <div ref={setHost} className="template-compare" />;
}

const FEATURES = [
  lineNumbers(),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  htmlColours,
  html({ matchClosingTags: false }),
  mustacheColours,
];

const named = (name: string) => EditorView.contentAttributes.of({ 'aria-label': name });
