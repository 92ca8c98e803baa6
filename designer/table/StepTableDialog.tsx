import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Modal, Select, Table, Typography, Upload } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../server/contract/access.ts';
import type { ApprovedTable } from '../../server/contract/step-table/step-table.ts';
import { api } from '../../ui/api/client.ts';
import { draftProcess } from './draft-process.ts';
import { readStepTable } from './read-step-table.ts';
import type { TableStep } from './step-table.ts';
import { type FileProblem, type FoundTable, tablesOfFile } from './tables-of-file.ts';
import { writeBpmn } from './write-bpmn.ts';

const HOURS_A_DAY = 8;

interface StepTableDialogProps {
  /** name of the procedure: it stands on the pool */
  name: string;
  /** the unit that resolves the procedure */
  competent: string | undefined;
  onDrafted(xml: string, table: ApprovedTable): void;
  /** the drawing stays; the table is what it is held against */
  onKept(table: ApprovedTable): void;
  onClose(): void;
}

/** Paste or import the decision's step table, see what was understood; get a first diagram, or hold the drawn one against it. */
export function StepTableDialog({ name, competent, onDrafted, onKept, onClose }: StepTableDialogProps) {
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
  const approved = { steps: table.steps };
  return (
    <Modal
      open
      width={960}
      title={t('table.title')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('life.cancel')}</Button>
          <Button disabled={!hasSteps} onClick={() => onKept(approved)}>
            {t('table.keep')}
          </Button>
          <Button
            type="primary"
            disabled={!hasSteps}
            onClick={() => onDrafted(writeBpmn(draftProcess(table.steps, name, around)), approved)}
          >
            {t('table.draft')}
          </Button>
        </>
      }
    >
      <Typography.Paragraph type="secondary">{t('table.hint')}</Typography.Paragraph>
      <FileField onText={setText} />
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
          <UnderstoodSteps steps={table.steps} />
          <Typography.Paragraph strong style={{ marginTop: 8 }}>
            {t('table.total', { hours: table.totalHours, days: table.totalHours / HOURS_A_DAY })}
          </Typography.Paragraph>
        </>
      )}
    </Modal>
  );
}

/** A decision's own file; when several step tables are in it, which of them. */
function FileField({ onText }: { onText(text: string): void }) {
  const { t } = useTranslation('designer');
  const [found, setFound] = useState<FoundTable[]>([]);
  const [problem, setProblem] = useState<FileProblem>();
  const open = async (file: File) => {
    const read = await tablesOfFile(file);
    setProblem('problem' in read ? read.problem : undefined);
    const tables = 'tables' in read ? read.tables : [];
    setFound(tables);
    if (tables[0]) onText(tables[0].text);
  };
  return (
    <Flex vertical gap={8} style={{ marginBottom: 8 }}>
      <Flex gap={8}>
        <Upload
          accept=".docx,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            void open(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button>{t('table.file')}</Button>
        </Upload>
        {found.length > 1 && (
          <Select
            aria-label={t('table.which')}
            style={{ minWidth: 240 }}
            defaultValue={0}
            options={found.map(({ steps }, index) => ({
              value: index,
              label: t('table.found', { number: index + 1, steps }),
            }))}
            onChange={(index) => onText(found[index]?.text ?? '')}
          />
        )}
      </Flex>
      {problem && <Alert type="warning" showIcon title={t(`table.fileProblems.${problem}`)} />}
    </Flex>
  );
}

function UnderstoodSteps({ steps }: { steps: TableStep[] }) {
  const { t } = useTranslation('designer');
  return (
    <Table<TableStep>
      style={{ marginTop: 12 }}
      size="small"
      rowKey={(step) => `${step.order}${step.work}`}
      pagination={false}
      scroll={{ y: 260 }}
      dataSource={steps}
      locale={{ emptyText: t('table.empty') }}
      columns={[
        { title: t('steps.order'), dataIndex: 'order', width: 70 },
        { title: t('steps.name'), dataIndex: 'work' },
        { title: t('steps.performer'), render: (_, { performers }) => performers.join('; ') },
        {
          title: t('steps.duration'),
          width: 130,
          render: (_, { hours }) => (hours === null ? t('table.notCounted') : t('table.hours', { hours })),
        },
        { title: t('table.backTo'), dataIndex: 'backTo', width: 110 },
      ]}
    />
  );
}
