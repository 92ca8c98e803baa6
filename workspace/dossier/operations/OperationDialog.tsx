import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Dossier, Operation } from '../../../server/contract/dossiers.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { OperationField } from './OperationField.tsx';
import { bodyOf, type OperationFields, startingFields } from './operation-body.ts';
import { OPERATIONS } from './operation-table.ts';

interface Props {
  operation: Operation;
  dossier: Dossier;
  onClose: () => void;
}

/** Asks what the law wants in the letter, says what cannot be undone, and does it. */
export function OperationDialog({ operation, dossier, onClose }: Props) {
  const { t } = useTranslation('dossier');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<OperationFields>();
  const { fields, isFinal } = OPERATIONS[operation];
  const telling = useMutation({
    mutationFn: (values: OperationFields) =>
      api.post<Dossier>(`/dossiers/{code}/${operation}`, bodyOf(operation, values), {
        params: { code: dossier.code },
      }),
    onSuccess: (changed) => {
      queries.setQueryData(['dossier', dossier.code], changed);
      void queries.invalidateQueries({ queryKey: ['dossier', dossier.code] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void message.success(t(`operation.${operation}.done`, { code: dossier.code }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t(`operation.${operation}.title`, { code: dossier.code })}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t(`operation.${operation}.name`)}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ danger: isFinal, loading: telling.isPending }}
      width={620}
      destroyOnHidden
    >
      {t(`operation.${operation}.hint`) && <p style={{ marginTop: 0 }}>{t(`operation.${operation}.hint`)}</p>}
      {isFinal && <Alert type="warning" showIcon title={t('operation.final')} style={{ marginBottom: 16 }} />}
      {telling.error && <ErrorPanel error={telling.error} takesFocus />}
      <Form<OperationFields>
        form={form}
        layout="vertical"
        initialValues={startingFields(operation, dossier)}
        onFinish={(values) => telling.mutate(values)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {fields.map((name) => (
          <OperationField key={name} name={name} />
        ))}
      </Form>
    </Modal>
  );
}
