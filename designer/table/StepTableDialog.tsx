import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Table, Typography } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../server/contract/access.ts';
import { api } from '../../ui/api/client.ts';
import { draftProcess } from './draft-process.ts';
import { readStepTable } from './read-step-table.ts';
import type { TableStep } from './step-table.ts';
import { writeBpmn } from './write-bpmn.ts';

const HOURS_A_DAY = 8;

interface StepTableDialogProps {
  /** name of the procedure: it stands on the pool */
  name: string;
  /** the unit that resolves the procedure */
  competent: string | undefined;
  onDrafted(xml: string): void;
  onClose(): void;
}

/** Paste the decision's step table, see what was understood, get a first diagram. */
export function StepTableDialog({ name, competent, onDrafted, onClose }: StepTableDialogProps) {
  const { t } = useTranslation('designer');
  const [text, setText] = useState('');
  const pasted = useDeferredValue(text);
  const table = useMemo(() => readStepTable(pasted), [pasted]);
  const { data: units } = useQuery({
    queryKey: ['units'],
    queryFn: () => api.get<{ items: Unit[] }>('/units', { query: { limit: 200 } }),
  });
  const around = { units: units?.items ?? [], competent };
  const hasSteps = pasted.trim() !== '' && table.steps.length > 0;
  return (
    <Modal
      open
      width={900}
      title={t('table.title')}
      okText={t('table.draft')}
      okButtonProps={{ disabled: !hasSteps }}
      cancelText={t('life.cancel')}
      onOk={() => onDrafted(writeBpmn(draftProcess(table.steps, name, around)))}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t('table.hint')}</Typography.Paragraph>
      <Input.TextArea
        aria-label={t('table.title')}
        rows={7}
        value={text}
        placeholder={t('table.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      {pasted.trim() !== '' && (
        <>
          {table.remarks.map((remark) => (
            <Alert
              key={`${remark.line}${remark.code}`}
              style={{ marginTop: 8 }}
              type="warning"
              showIcon
              title={t(`table.remarks.${remark.code}`, { line: remark.line, text: remark.text })}
            />
          ))}
          <Table<TableStep>
            style={{ marginTop: 12 }}
            size="small"
            rowKey={(step) => `${step.order}${step.work}`}
            pagination={false}
            scroll={{ y: 260 }}
            dataSource={table.steps}
            locale={{ emptyText: t('table.empty') }}
            columns={[
              { title: t('steps.order'), dataIndex: 'order', width: 70 },
              { title: t('steps.name'), dataIndex: 'work' },
              { title: t('steps.performer'), render: (_, { performers }) => performers.join('; ') },
              {
                title: t('steps.duration'),
                width: 130,
                render: (_, { hours }) =>
                  hours === null ? t('table.notCounted') : t('table.hours', { hours }),
              },
              { title: t('table.backTo'), dataIndex: 'backTo', width: 110 },
            ]}
          />
          <Typography.Paragraph strong style={{ marginTop: 8 }}>
            {t('table.total', { hours: table.totalHours, days: table.totalHours / HOURS_A_DAY })}
          </Typography.Paragraph>
        </>
      )}
    </Modal>
  );
}
