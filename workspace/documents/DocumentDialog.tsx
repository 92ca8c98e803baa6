import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentAction, DocumentResource } from '../../server/contract/documents.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { DocumentFormField } from './DocumentFormField.tsx';
import { DOCUMENT_ACTIONS } from './document-actions.ts';
import { bodyOf, type DocumentFields, startingFields } from './document-body.ts';
import { PaperFrame } from './PaperFrame.tsx';

interface Props {
  action: DocumentAction;
  paper: DocumentResource;
  dossier: { code: string; applicant: string };
  onClose: () => void;
}

/** Shows what is signed or issued, asks what has to be said, and does it. */
export function DocumentDialog({ action, paper, dossier, onClose }: Props) {
  const { t } = useTranslation('documents');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<DocumentFields>();
  const { fields, isFinal, showsPaper } = DOCUMENT_ACTIONS[action];
  const telling = useMutation({
    mutationFn: (values: DocumentFields) =>
      api.post<DocumentResource>(`/dossiers/{code}/documents/{id}/${action}`, bodyOf(action, values), {
        params: { code: dossier.code, id: paper.id },
      }),
    onSuccess: ({ number }) => {
      void queries.invalidateQueries({ queryKey: ['dossier', dossier.code] });
      void queries.invalidateQueries({ queryKey: ['to-sign'] });
      void message.success(t(`action.${action}.done`, { title: paper.title, number }));
      onClose();
    },
  });
  const hint = t(`action.${action}.hint`);
  return (
    <Modal
      open
      title={t(`action.${action}.title`, { title: paper.title })}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t(`action.${action}.name`)}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ danger: isFinal, loading: telling.isPending, autoFocus: fields.length === 0 }}
      width={showsPaper ? 900 : 620}
      style={showsPaper ? { top: 24 } : {}}
      destroyOnHidden
    >
      {hint && <p style={{ marginTop: 0 }}>{hint}</p>}
      {isFinal && paper.number && (
        <Alert type="warning" showIcon title={t('final')} style={{ marginBottom: 16 }} />
      )}
      {telling.error && <ErrorPanel error={telling.error} takesFocus />}
      {showsPaper && <PaperFrame paper={paper} />}
      <Form<DocumentFields>
        form={form}
        layout="vertical"
        initialValues={startingFields(action, paper, dossier.applicant)}
        onFinish={(values) => telling.mutate(values)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {fields
          .filter((name) => name !== 'newDate' || paper.draft?.proposedDueAt)
          .map((name) => (
            <DocumentFormField key={name} name={name} />
          ))}
      </Form>
    </Modal>
  );
}
