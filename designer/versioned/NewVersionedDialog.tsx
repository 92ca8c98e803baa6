import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

export interface NewVersionedFields {
  key: string;
  title: string;
}

interface NewVersionedDialogProps {
  words: {
    title: string;
    create: string;
    cancel: string;
    name: string;
    nameMissing: string;
    key: string;
    keyHint: string;
    keyWrong: string;
  };
  /** makes the first version and leads to its editor; what it throws is shown here */
  onCreate(fields: NewVersionedFields): Promise<void>;
  onClose(): void;
}

/** Asks for a new e-form's or paper's name and key. */
export function NewVersionedDialog({ words, onCreate, onClose }: NewVersionedDialogProps) {
  const [form] = Form.useForm<NewVersionedFields>();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const create = async ({ key, title }: NewVersionedFields) => {
    setSaving(true);
    try {
      await onCreate({ key, title: title.trim() });
    } catch (error) {
      setProblem(error);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={words.title}
      okText={words.create}
      cancelText={words.cancel}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={create}>
        <Form.Item
          name="title"
          label={words.name}
          rules={[{ required: true, whitespace: true, message: words.nameMissing }]}
        >
          <Input autoFocus maxLength={300} />
        </Form.Item>
        <Form.Item
          name="key"
          label={words.key}
          extra={words.keyHint}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]*$/, message: words.keyWrong }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
