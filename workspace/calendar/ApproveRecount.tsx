import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BulkRun } from '../../server/contract/bulk.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

interface Approval {
  reason: string;
  decision?: string;
}

/** Why and on which ground: each dossier's history keeps both, and its applicant is told. */
export function ApproveRecount({ run, onClose }: { run: BulkRun; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<Approval>();
  const approving = useMutation({
    mutationFn: (approval: Approval) =>
      api.post<BulkRun>('/bulk-runs/{id}/approve', approval, { params: { id: run.id } }),
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={t('recount.approveTitle')}
      okText={t('recount.approve', { count: run.counts.concerned })}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: approving.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={620}
    >
      <Alert type="warning" showIcon title={t('recount.approveHint')} style={{ marginBottom: 16 }} />
      {approving.error && <ErrorPanel error={approving.error} takesFocus />}
      <Form<Approval> form={form} layout="vertical" onFinish={(approval) => approving.mutate(approval)}>
        <Form.Item
          name="reason"
          label={t('recount.why')}
          rules={[{ required: true, whitespace: true, message: t('recount.whyMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item name="decision" label={t('recount.decision')}>
          <Input maxLength={200} placeholder={t('recount.decisionExample')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
