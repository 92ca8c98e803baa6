import { PaperClipOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../server/contract/dossiers.ts';
import { apiHref } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';

/** The papers handed in: how many of each kind, and the file when it was scanned or sent online. */
export function PaperList({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation('dossier');
  if (attachments.length === 0) return <EmptyState title={t('papers.none')} />;
  const count = (title: string, key: 'originals' | 'certified' | 'copies') => ({
    title,
    width: 84,
    align: 'right' as const,
    render: (_: unknown, paper: Attachment) => <span className="numeric">{paper[key] || '–'}</span>,
  });
  return (
    <Table<Attachment>
      rowKey={(paper) => `${paper.component ?? ''}${paper.name}${paper.sha256 ?? ''}`}
      dataSource={attachments}
      pagination={false}
      size="middle"
      columns={[
        {
          title: t('papers.name'),
          render: (_, { name, sha256 }) =>
            sha256 ? (
              <a href={apiHref('/blobs/{sha256}', { params: { sha256 } })} download={name}>
                <PaperClipOutlined /> {name}
              </a>
            ) : (
              name
            ),
        },
        count(t('papers.originals'), 'originals'),
        count(t('papers.certified'), 'certified'),
        count(t('papers.copies'), 'copies'),
      ]}
    />
  );
}
