import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Dossier, Operation } from '../../../server/contract/dossiers.ts';
import { OperationDialog } from './OperationDialog.tsx';
import { OPERATIONS, operationsIn } from './operation-table.ts';

/** What this person may tell this dossier now; the server says which. */
export function OperationBar({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState<Operation>();
  const navigate = useNavigate();
  // a whole form to correct needs a page of its own
  const ask = (operation: Operation) =>
    operation === 'supplement'
      ? void navigate(`/ho-so/${encodeURIComponent(dossier.code)}/bo-sung`)
      : setAsked(operation);
  const offered = operationsIn(dossier.abilities);
  const isMain = (operation: Operation) => OPERATIONS[operation].isMain?.(dossier) ?? false;
  const main = offered.filter(isMain);
  const others = offered.filter((operation) => !isMain(operation));
  return (
    <Space wrap>
      {main.map((operation, index) => (
        <Button key={operation} type={index === 0 ? 'primary' : 'default'} onClick={() => ask(operation)}>
          {t(`operation.${operation}.name`)}
        </Button>
      ))}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((operation) => ({
              key: operation,
              danger: OPERATIONS[operation].isFinal,
              label: t(`operation.${operation}.name`),
            })),
            onClick: ({ key }) => ask(key as Operation),
          }}
        >
          <Button>
            {t('operation.more')} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {asked && <OperationDialog operation={asked} dossier={dossier} onClose={() => setAsked(undefined)} />}
    </Space>
  );
}
