import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DEFAULT_PAGE } from '../../templates/index.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { NEW_TEMPLATE } from './new-template.ts';
import { saveTemplate } from './template-api.ts';

interface Fields {
  key: string;
  title: string;
}

/** Asks for a new template's name and code, and opens it with the common blocks in place. */
export function NewTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const create = async ({ key, title }: Fields) => {
    setSaving(true);
    try {
      await saveTemplate(key, { title, source: NEW_TEMPLATE, page: DEFAULT_PAGE });
      await queries.invalidateQueries({ queryKey: ['templates'] });
      void navigate(`/thiet-ke/mau-van-ban/${key}`);
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
          rules={[{ required: true, message: t('new.nameMissing') }]}
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
