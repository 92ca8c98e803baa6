import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentList, DocumentResource } from '../../server/contract/documents.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { DocumentFormField } from './DocumentFormField.tsx';
import { type DocumentFields, momentOf } from './document-body.ts';

interface Props {
  code: string;
  kinds: DocumentList['draftable'];
  onClose: () => void;
}

/** Drafts a paper for a head to sign: which, and what it says. */
export function DraftDialog({ code, kinds, onClose }: Props) {
  const { t } = useTranslation('documents');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<DocumentFields & { kind: string }>();
  const kind = Form.useWatch('kind', form);
  const drafting = useMutation({
    mutationFn: ({ kind, reason, newDate }: DocumentFields & { kind: string }) =>
      api.post<DocumentResource>(
        '/dossiers/{code}/documents',
        { kind, reason, ...(newDate && { proposedDueAt: momentOf(newDate) }) },
        { params: { code } },
      ),
    onSuccess: ({ title }) => {
      void queries.invalidateQueries({ queryKey: ['dossier', code] });
      void message.success(t('drafted', { title }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('draft')}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('draftOk')}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: drafting.isPending }}
      width={620}
      destroyOnHidden
    >
      <p style={{ marginTop: 0 }}>{t('draftHint')}</p>
      {drafting.error && <ErrorPanel error={drafting.error} takesFocus />}
      <Form form={form} layout="vertical" onFinish={(values) => drafting.mutate(values)}>
        <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true, message: t('missing') }]}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds.map(({ kind: value, title: label }) => ({ value, label }))}
          />
        </Form.Item>
        <DocumentFormField name="letter" />
        {kinds.find((each) => each.kind === kind)?.needsDate && <DocumentFormField name="newDate" />}
      </Form>
    </Modal>
  );
}
