import { FileTextOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure, TemplateResource } from '../../server/contract/catalogue.ts';
import type { DryPaper, DryRun } from '../../server/contract/trial/dry-run.ts';
import { DEFAULT_PAGE } from '../../templates/index.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { formatInstant } from '../../ui/format/format-time.ts';
import { PaperFrame } from '../templates/preview/PaperFrame.tsx';
import { trialPaper } from './trial-paper.ts';

interface TrialPapersProps {
  run: DryRun;
  procedure: Procedure;
}

/** The papers a run made out, each through its real template. */
export function TrialPapers({ run, procedure }: TrialPapersProps) {
  const { t } = useTranslation('designer');
  const [open, setOpen] = useState<DryPaper>();
  const titleOf = (kind: string) => t(`panel.documentKinds.${kind}`, kind);
  return (
    <section aria-label={t('trial.papers')}>
      <Typography.Text strong>{t('trial.papers')}</Typography.Text>
      <ul className="trial-papers">
        {run.papers.map((paper, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: papers are only added, and two of a kind are told apart by their place
          <li key={index}>
            <Button type="link" size="small" icon={<FileTextOutlined />} onClick={() => setOpen(paper)}>
              {titleOf(paper.kind)}
            </Button>
            <Typography.Text type="secondary">{formatInstant(paper.at)}</Typography.Text>
          </li>
        ))}
      </ul>
      {open && (
        <PaperDialog
          run={run}
          paper={open}
          procedure={procedure}
          title={titleOf(open.kind)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function PaperDialog({
  run,
  paper,
  procedure,
  title,
  onClose,
}: TrialPapersProps & { paper: DryPaper; title: string; onClose(): void }) {
  const { t } = useTranslation('designer');
  const { data, error } = useQuery({
    queryKey: ['trial-paper', procedure.code, paper, run.now],
    queryFn: async () => {
      const params = { key: paper.kind };
      const copyLabel = t('trial.copyLabel');
      const [template, sheet] = await Promise.all([
        api.get<TemplateResource>('/templates/{key}', { params }),
        api.raw(
          'POST',
          '/templates/{key}/preview',
          { data: trialPaper(run, paper, { procedure, title, copyLabel }) },
          { params, headers: { accept: 'text/html' } },
        ),
      ]);
      return { html: await sheet.text(), page: template.published?.page ?? DEFAULT_PAGE };
    },
  });
  return (
    <Modal open width={860} title={title} footer={null} onCancel={onClose}>
      {error && <ErrorPanel error={error} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <div className="trial-sheet">
          <PaperFrame html={data.html} page={data.page} title={title} />
        </div>
      )}
    </Modal>
  );
}
