import { EyeOutlined } from '@ant-design/icons';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentResource } from '../../server/contract/documents.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { PdfPreview } from '../../ui/components/PdfPreview.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';

/** The papers issued for the dossier, to look at, print and fetch. */
export function DocumentList({ documents }: { documents: DocumentResource[] }) {
  const { t } = useTranslation('dossier');
  const [shown, setShown] = useState<DocumentResource>();
  if (documents.length === 0) return <EmptyState title={t('documents.none')} />;
  return (
    <>
      <Table<DocumentResource>
        rowKey="id"
        dataSource={documents}
        pagination={false}
        size="middle"
        columns={[
          {
            title: t('documents.title'),
            render: (_, { title, number, issuedAt }) => (
              <>
                <strong style={{ fontWeight: 600 }}>{title}</strong>
                <div style={{ color: '#51606f' }}>
                  {number && `${t('documents.number', { number })} · `}
                  <DateTime at={issuedAt} />
                </div>
              </>
            ),
          },
          {
            title: t('documents.state'),
            width: 128,
            render: (_, { state }) => <ToneTag tone={TONES[state]}>{t(`documents.is.${state}`)}</ToneTag>,
          },
          {
            title: <span className="visually-hidden">{t('documents.actions')}</span>,
            width: 96,
            render: (_, document) =>
              document.state !== 'draft' && (
                <Button
                  icon={<EyeOutlined />}
                  onClick={() => setShown(document)}
                  aria-label={t('documents.viewOf', { title: document.title })}
                >
                  {t('documents.view')}
                </Button>
              ),
          },
        ]}
      />
      <Modal
        open={shown !== undefined}
        onCancel={() => setShown(undefined)}
        footer={null}
        width={920}
        title={shown?.title}
        destroyOnHidden
        style={{ top: 24 }}
      >
        {shown && <PdfPreview href={shown.href} title={shown.title} />}
      </Modal>
    </>
  );
}

const TONES: Record<DocumentResource['state'], Tone> = {
  draft: 'neutral',
  'for-signature': 'warning',
  signed: 'info',
  printing: 'info',
  issued: 'success',
  sent: 'success',
  replaced: 'neutral',
  withdrawn: 'warning',
};
