import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../server/contract/access.ts';
import type { Page } from '../../server/contract/common.ts';
import type { Task } from '../../server/contract/tasks.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { matchesWords } from '../../ui/format/fold-vietnamese.ts';

interface Fields {
  to: string;
  reason: string;
}

/** Hands a task to somebody else, with the reason. */
export function DelegateDialog({
  task,
  onClose,
  onDone,
}: {
  task: Task;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { data: users } = useQuery({
    queryKey: ['users', task.unit],
    queryFn: async () =>
      (await api.get<Page<User>>('/users', { query: { unit: task.unit, limit: 200 } })).items,
  });
  const delegating = useMutation({
    mutationFn: (fields: Fields) => api.post('/tasks/{id}/delegate', fields, { params: { id: task.id } }),
    onSuccess: () => {
      void message.success(t('task.delegated'));
      onDone();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('task.delegate')}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('task.delegate')}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: delegating.isPending }}
    >
      {delegating.error && <ErrorPanel error={delegating.error} takesFocus />}
      <Form<Fields> form={form} layout="vertical" onFinish={(fields) => delegating.mutate(fields)}>
        <Form.Item
          name="to"
          label={t('task.delegateTo')}
          rules={[{ required: true, message: t('task.delegateMissing') }]}
        >
          <Select
            autoFocus
            showSearch={{ filterOption: (wanted, option) => matchesWords(wanted, [option?.title]) }}
            options={users?.map(({ id, fullName, title, unitName }) => ({
              value: id,
              title: fullName,
              label: [fullName, title ?? unitName].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('task.delegateReason')}
          rules={[{ required: true, whitespace: true, message: t('task.reasonMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
