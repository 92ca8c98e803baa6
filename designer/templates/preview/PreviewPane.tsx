import { FilePdfOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Flex, Input, Segmented, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completePaper, SAMPLE_PAPER } from '../../../templates/index.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { type PreviewData, previewPdf, type TemplateDraft } from '../template-api.ts';
import { markRuns } from '../visual/find-runs.ts';
import type { PageEdits } from '../visual/open-page.ts';
import { VisualPage } from '../visual/VisualPage.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { usePreview } from './use-preview.ts';

interface Props {
  templateKey: string;
  draft: TemplateDraft;
  /** false while the source has errors: the last good page stays */
  isSound: boolean;
  /** what typing on the page does; absent for those who may only look */
  edits?: Omit<PageEdits, 'label' | 'onBusy'>;
}

const SAMPLE: PreviewData = { data: { ...completePaper(SAMPLE_PAPER) } };

/** The paper beside its source, with sample data or those of a dossier; as PDF on demand. */
export function PreviewPane({ templateKey, draft, isSound, edits }: Props) {
  const { t } = useTranslation('templates');
  const [data, setData] = useState<PreviewData>(SAMPLE);
  const [isEditing, setEditing] = useState(false);
  const shown = useMemo(
    () => (isEditing ? { ...draft, source: markRuns(draft.source) } : draft),
    [draft, isEditing],
  );
  const preview = usePreview(templateKey, shown, data, isSound);
  const paper = { html: preview.data?.html ?? '', page: draft.page, title: t('preview.title') };
  return (
    <Flex vertical gap={8} className="template-preview">
      <Flex gap={8} wrap align="center">
        <DataChoice onChoose={setData} />
        <PdfButton templateKey={templateKey} draft={draft} data={data} isDisabled={!isSound} />
        {edits && (
          <Checkbox checked={isEditing} onChange={({ target }) => setEditing(target.checked)}>
            {t('visual.edit')}
          </Checkbox>
        )}
        {preview.isFetching && <Spin size="small" />}
      </Flex>
      {!isSound && <Alert type="warning" showIcon title={t('preview.stale')} />}
      {isSound && preview.error && (
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {isEditing && edits ? (
        <VisualPage {...paper} isFresh={preview.data?.source === shown.source} edits={edits} />
      ) : (
        <PaperFrame {...paper} />
      )}
    </Flex>
  );
}

function DataChoice({ onChoose }: { onChoose: (data: PreviewData) => void }) {
  const { t } = useTranslation('templates');
  const [kind, setKind] = useState<'sample' | 'dossier'>('sample');
  return (
    <>
      <Segmented<'sample' | 'dossier'>
        aria-label={t('preview.data')}
        value={kind}
        options={[
          { value: 'sample', label: t('preview.sample') },
          { value: 'dossier', label: t('preview.dossier') },
        ]}
        onChange={(chosen) => {
          setKind(chosen);
          if (chosen === 'sample') onChoose(SAMPLE);
        }}
      />
      {kind === 'dossier' && (
        <Input.Search
          aria-label={t('preview.dossierCode')}
          placeholder={t('preview.dossierCode')}
          enterButton={t('preview.take')}
          style={{ width: 300 }}
          onSearch={(code) => code.trim() && onChoose({ dossier: code.trim() })}
        />
      )}
    </>
  );
}

interface PdfProps {
  templateKey: string;
  draft: TemplateDraft;
  data: PreviewData;
  isDisabled: boolean;
}

/** Opens the printed paper in a new tab. */
function PdfButton({ templateKey, draft, data, isDisabled }: PdfProps) {
  const { t } = useTranslation('templates');
  const [isPrinting, setPrinting] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const print = async () => {
    setPrinting(true);
    setProblem(undefined);
    try {
      const pdf = await previewPdf(templateKey, { ...draft, ...data });
      window.open(URL.createObjectURL(pdf), '_blank', 'noopener');
    } catch (error) {
      setProblem(error);
    } finally {
      setPrinting(false);
    }
  };

  return (
    <>
      <Button
        icon={<FilePdfOutlined />}
        disabled={isDisabled}
        loading={isPrinting}
        onClick={() => void print()}
      >
        {t('preview.pdf')}
      </Button>
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
    </>
  );
}
