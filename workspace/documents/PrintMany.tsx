import { PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../server/contract/batches.ts';
import type { DossierRow } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { DayInput } from '../../ui/components/DayInput.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { civilDay } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { BatchProgress } from './BatchProgress.tsx';

interface Fields {
  of: 'day' | 'dossiers' | 'handover';
  day?: string;
  kind?: string;
  dossiers?: string[];
  receiver?: string;
}

/** Kinds that are printed by the pile. */
const KINDS = ['receipt', 'control-slip', 'supplement-request', 'apology', 'return-slip', 'result'];

/** Many papers as one PDF: the receipts of a day, a paper of chosen dossiers, the list of results handed over. */
export function PrintMany({ rows }: { rows: DossierRow[] }) {
  const { t } = useTranslation('documents');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PrinterOutlined />} onClick={() => setOpen(true)}>
        {t('batch.name')}
      </Button>
      {isOpen && <BatchDialog rows={rows} onClose={() => setOpen(false)} />}
    </>
  );
}

function BatchDialog({ rows, onClose }: { rows: DossierRow[]; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const { session } = useSession();
  const [form] = Form.useForm<Fields>();
  const of = Form.useWatch('of', form) ?? 'day';
  const ordering = useMutation({
    mutationFn: (fields: Fields) => api.post<Batch>('/print-batches', bodyOf(fields)),
  });
  const batch = ordering.data;
  return (
    <Modal
      open
      title={t('batch.title')}
      onCancel={onClose}
      onOk={() => (batch ? onClose() : form.submit())}
      okText={t(batch ? 'batch.close' : 'batch.order')}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: ordering.isPending }}
      cancelButtonProps={{ style: { display: batch ? 'none' : undefined } }}
      width={620}
      destroyOnHidden
    >
      {ordering.error && <ErrorPanel error={ordering.error} takesFocus />}
      {batch ? (
        <BatchProgress ordered={batch} />
      ) : (
        <Form<Fields>
          form={form}
          layout="vertical"
          initialValues={{
            of: 'day',
            kind: 'receipt',
            day: session ? civilDay(session.now) : undefined,
            dossiers: rows.map(({ code }) => code),
          }}
          onFinish={(fields) => ordering.mutate(fields)}
        >
          <Form.Item name="of" label={t('batch.what')}>
            <Radio.Group
              vertical
              options={(['day', 'dossiers', 'handover'] as const).map((value) => ({
                value,
                label: t(`batch.of.${value}`),
              }))}
            />
          </Form.Item>
          {of !== 'handover' && (
            <Form.Item name="kind" label={t('field.kind')} rules={[required(t('missing'))]}>
              <Select options={KINDS.map((value) => ({ value, label: t(`batch.kind.${value}`) }))} />
            </Form.Item>
          )}
          {of === 'day' ? (
            <Form.Item name="day" label={t('batch.day')} rules={[required(t('missing'))]}>
              <DayInput style={{ width: 160 }} />
            </Form.Item>
          ) : (
            <Form.Item
              name="dossiers"
              label={t('batch.dossiers')}
              extra={t('batch.dossiersHint')}
              rules={[required(t('missing'))]}
            >
              <Select
                mode="multiple"
                maxTagCount={6}
                options={rows.map(({ code, applicant }) => ({
                  value: code,
                  label: `${code} · ${applicant.fullName}`,
                }))}
              />
            </Form.Item>
          )}
          {of === 'handover' && (
            <Form.Item name="receiver" label={t('batch.receiver')}>
              <Input maxLength={200} />
            </Form.Item>
          )}
        </Form>
      )}
    </Modal>
  );
}

const required = (message: string) => ({ required: true, message });

function bodyOf({ of, day, kind, dossiers, receiver }: Fields): object {
  if (of === 'day') return { of, day, kind };
  if (of === 'dossiers') return { of, dossiers, kind };
  return { of, dossiers, ...(receiver && { receiver }) };
}
