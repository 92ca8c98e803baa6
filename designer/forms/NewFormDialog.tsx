import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { saveForm } from './form-api.ts';
import { newForm } from './new-form.ts';

interface Fields {
  key: string;
  title: string;
}

/** Asks for a new form's name and code, and opens it empty. */
export function NewFormDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const create = async ({ key, title }: Fields) => {
    setSaving(true);
    try {
      await saveForm(key, newForm(title.trim()));
      await queries.invalidateQueries({ queryKey: ['forms'] });
      await navigate(`/thiet-ke/bieu-mau/${key}`);
    } catch (error) {
      setProblem(error);
      setSaving(false);
    }
  };

  return (
    <Modal
      open
      title={t('new.title')}
      okText={t('new.create')}
      cancelText={t('cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={create}>
        <Form.Item
          name="title"
          label={t('new.name')}
          rules={[{ required: true, whitespace: true, message: t('new.nameMissing') }]}
        >
          <Input autoFocus maxLength={300} />
        </Form.Item>
        <Form.Item
          name="key"
          label={t('new.key')}
          extra={t('new.keyHint')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]*$/, message: t('new.keyWrong') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
