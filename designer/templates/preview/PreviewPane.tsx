import { FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, AutoComplete, Button, Checkbox, Flex, Segmented, Space, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueEntry, completePaper, SAMPLE_PAPER } from '../../../templates/index.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { findDossiers, type PreviewData, previewPdf, type TemplateDraft } from '../template-api.ts';
import { choosableBlocks } from '../visual/edit-blocks.ts';
import { markRuns } from '../visual/find-runs.ts';
import { PageTools } from '../visual/PageTools.tsx';
import type { PageDesk } from '../visual/use-page-edits.ts';
import { VisualPage } from '../visual/VisualPage.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { usePreview } from './use-preview.ts';

interface Props {
  templateKey: string;
  draft: TemplateDraft;
  /** false while the source has errors: the last good page stays */
  isSound: boolean;
  /** what is done on the page; absent for those who may only look */
  desk?: PageDesk | undefined;
  /** of the e-forms that fill the paper */
  formFields: readonly CatalogueEntry[];
  /** whether the page is typed on */
  isEditing: boolean;
  onEditing: (isEditing: boolean) => void;
}

const SAMPLE: PreviewData = { data: { ...completePaper(SAMPLE_PAPER) } };

/** The paper beside its source, with sample data or those of a dossier; as PDF on demand; to be typed on. */
export function PreviewPane({ templateKey, draft, isSound, desk, formFields, isEditing, onEditing }: Props) {
  const { t } = useTranslation('templates');
  const [data, setData] = useState<PreviewData>(SAMPLE);
  const isOpen = isEditing && desk !== undefined;
  const shown = useMemo(
    () => (isOpen ? { ...draft, source: markRuns(draft.source, choosableBlocks(draft.source)) } : draft),
    [draft, isOpen],
  );
  const preview = usePreview({
    templateKey,
    draft: shown,
    data,
    isSound,
    ...(desk && { structure: desk.structure }),
  });
  const paper = { html: preview.data?.html ?? '', page: draft.page, title: t('preview.title') };
  return (
    <Flex vertical gap={8} className="template-preview">
      <Flex gap={8} wrap align="center">
        <DataChoice onChoose={setData} />
        <PdfButton templateKey={templateKey} draft={draft} data={data} isDisabled={!isSound} />
        {desk && (
          <Checkbox checked={isEditing} onChange={({ target }) => onEditing(target.checked)}>
            {t('visual.edit')}
          </Checkbox>
        )}
        {preview.isFetching && <Spin size="small" />}
      </Flex>
      {isOpen && <PageTools desk={desk} source={draft.source} formFields={formFields} />}
      {!isSound && <Alert type="warning" showIcon title={t('preview.stale')} />}
      {isSound && preview.error && (
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {isOpen ? (
        <VisualPage {...paper} isFresh={preview.data?.source === shown.source} desk={desk} />
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
      {kind === 'dossier' && <DossierChoice onChoose={(code) => onChoose({ dossier: code })} />}
    </>
  );
}

/** A dossier by its code, or found by code or name. */
function DossierChoice({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation('templates');
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['template-dossiers', q],
    queryFn: () => findDossiers(q),
    placeholderData: (previous) => previous,
    retry: false,
  });
  return (
    <Space.Compact>
      <AutoComplete
        aria-label={t('preview.dossierCode')}
        placeholder={t('preview.dossierCode')}
        style={{ width: 250 }}
        popupMatchSelectWidth={420}
        value={q}
        options={
          data?.items.map(({ code, applicant }) => ({ value: code, label: `${code} – ${applicant}` })) ?? []
        }
        onChange={setQ}
        onSelect={(code: string) => onChoose(code)}
      />
      <Button disabled={!q.trim()} onClick={() => onChoose(q.trim())}>
        {t('preview.take')}
      </Button>
    </Space.Compact>
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
