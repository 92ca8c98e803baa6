import { Button, Form, Input, Modal, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { latestExtension } from '../../calendar/index.ts';
import type { DryRun } from '../../server/contract/trial/dry-run.ts';
import { asksDueAt, operate, trialOperations } from '../../server/contract/trial/trial-operations.ts';
import { DayTimeInput } from '../../ui/components/DayTimeInput.tsx';
import { civilDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';
import type { Attempt } from './TrialTask.tsx';

/** What the open steps allow to be told to the dossier, with the paper and the due date that come of it. */
export function TrialOperations({ run, attempt }: { run: DryRun; attempt: Attempt }) {
  const { t } = useTranslation('designer');
  const [asking, setAsking] = useState<string>();
  const operations = trialOperations(run);
  if (operations.length === 0) return null;
  return (
    <section aria-label={t('trial.operations')}>
      <Typography.Text strong>{t('trial.operations')}</Typography.Text>
      <Space wrap style={{ marginTop: 4 }}>
        {operations.map((operation) => (
          <Button key={operation} size="small" onClick={() => setAsking(operation)}>
            {t(`panel.operations.${operation}`)}
          </Button>
        ))}
      </Space>
      {asking && (
        <OperationDialog
          run={run}
          operation={asking}
          onClose={() => setAsking(undefined)}
          onTold={(told) => {
            setAsking(undefined);
            attempt(() => operate(run, told));
          }}
        />
      )}
    </section>
  );
}

interface Told {
  operation: string;
  reason: string;
  dueAt?: string | undefined;
}

function OperationDialog({
  run,
  operation,
  onClose,
  onTold,
}: {
  run: DryRun;
  operation: string;
  onClose(): void;
  onTold(told: Told): void;
}) {
  const { t } = useTranslation('designer');
  const [form] = Form.useForm<{ reason: string; dueAt?: string }>();
  const name = t(`panel.operations.${operation}`);
  const latest = run.clock && asksDueAt(operation) ? latestExtension(run.clock, run.calendar) : undefined;
  const required = [{ required: true, message: t('life.required') }];
  return (
    <Modal
      open
      title={name}
      okText={name}
      cancelText={t('life.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={latest ? { dueAt: `${civilDay(latest)}T${formatInstant(latest).slice(-5)}` } : {}}
        onFinish={({ reason, dueAt }) =>
          onTold({
            operation,
            reason,
            ...(dueAt ? { dueAt: instantOf(dueAt.slice(0, 10), dueAt.slice(11, 16)) } : {}),
          })
        }
      >
        <Form.Item name="reason" label={t('trial.reason')} rules={required}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {asksDueAt(operation) && (
          <Form.Item name="dueAt" label={t('trial.newDueAt')} rules={required}>
            <DayTimeInput />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
