import { EyeOutlined, FileAddOutlined, FileWordOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Modal, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentResource, DocumentList as Documents } from '../../server/contract/documents.ts';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { PdfPreview } from '../../ui/components/PdfPreview.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { DocumentActions } from './DocumentActions.tsx';
import { DocumentFacts } from './DocumentFacts.tsx';
import { DraftDialog } from './DraftDialog.tsx';

/** The papers of a dossier: drafts and what was issued, to look at, sign, issue, send, replace and withdraw. */
export function DocumentList({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('documents');
  const [shown, setShown] = useState<DocumentResource>();
  const { may } = useSession();
  const [isDrafting, setDrafting] = useState(false);
  const { code, documents } = dossier;
  const draftable = useDraftable(code);
  const about = { code, applicant: dossier.applicant.fullName };
  return (
    <>
      {draftable.length > 0 && (
        <Flex justify="flex-end" style={{ marginBottom: 12 }}>
          <Button icon={<FileAddOutlined />} onClick={() => setDrafting(true)}>
            {t('draft')}
          </Button>
        </Flex>
      )}
      {documents.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Table<DocumentResource>
          rowKey="id"
          dataSource={documents}
          pagination={false}
          size="middle"
          columns={[
            {
              title: t('column.paper'),
              render: (_, paper) => <DocumentFacts paper={paper} all={documents} />,
            },
            {
              title: <span className="visually-hidden">{t('column.actions')}</span>,
              width: 244,
              align: 'right',
              render: (_, paper) => (
                <Space size={4}>
                  <Button
                    icon={<EyeOutlined />}
                    onClick={() => setShown(paper)}
                    aria-label={t('viewOf', { title: paper.title })}
                  >
                    {t('view')}
                  </Button>
                  <DocumentActions paper={paper} dossier={about} />
                </Space>
              ),
            },
          ]}
        />
      )}
      <Modal
        open={shown !== undefined}
        onCancel={() => setShown(undefined)}
        footer={
          shown &&
          may('desk') && (
            <Button icon={<FileWordOutlined />} href={shown.href.replace(/\.pdf$/, '.docx')} download>
              {t('word')}
            </Button>
          )
        }
        width={920}
        title={shown?.title}
        destroyOnHidden
        style={{ top: 24 }}
      >
        {shown && <PdfPreview href={shown.href} title={shown.title} />}
      </Modal>
      {isDrafting && <DraftDialog code={code} kinds={draftable} onClose={() => setDrafting(false)} />}
    </>
  );
}

/** Kinds that this person may draft; none while nobody knows. */
function useDraftable(code: string): Documents['draftable'] {
  const { data } = useQuery({
    queryKey: ['dossier', code, 'documents'],
    queryFn: () => api.get<Documents>('/dossiers/{code}/documents', { params: { code } }),
  });
  return data?.draftable ?? [];
}
