import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentAction, DocumentResource } from '../../server/contract/documents.ts';
import { DocumentDialog } from './DocumentDialog.tsx';
import { actionsOf, DOCUMENT_ACTIONS } from './document-actions.ts';

interface Props {
  paper: DocumentResource;
  dossier: { code: string; applicant: string };
}

/** What this person may do with a paper now; the server says which. What it waits for stands first. */
export function DocumentActions({ paper, dossier }: Props) {
  const { t } = useTranslation('documents');
  const [asked, setAsked] = useState<DocumentAction>();
  const offered = actionsOf(paper);
  const main = offered.find((action) => DOCUMENT_ACTIONS[action].isMain);
  const others = offered.filter((action) => action !== main);
  return (
    <Space size={4}>
      {main && (
        <Button
          onClick={() => setAsked(main)}
          aria-label={t('actionOf', { action: t(`action.${main}.name`), title: paper.title })}
        >
          {t(`action.${main}.name`)}
        </Button>
      )}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((action) => ({
              key: action,
              danger: DOCUMENT_ACTIONS[action].isFinal,
              label: t(`action.${action}.name`),
            })),
            onClick: ({ key }) => setAsked(key as DocumentAction),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('moreOf', { title: paper.title })} />
        </Dropdown>
      )}
      {asked && (
        <DocumentDialog action={asked} paper={paper} dossier={dossier} onClose={() => setAsked(undefined)} />
      )}
    </Space>
  );
}
