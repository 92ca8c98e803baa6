import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useIncidents } from './use-incidents.ts';
import { VariableFields } from './VariableFields.tsx';
import { typedValue } from './variable-text.ts';

interface Fields {
  corrections: { name: string; text: string }[];
  reason: string;
}

interface Props {
  code: string;
  /** id of the incident */
  incident: string;
  onClose: () => void;
}

/** The data that the held place sees, to be corrected; the reason; and on it goes. */
export function RetryDialog({ code, incident, onClose }: Props) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { data, error, refetch } = useIncidents(code);
  const found = data?.find(({ id }) => id === incident);
  const retrying = useMutation({
    mutationFn: ({ corrections, reason }: Fields) =>
      api.post<Dossier>(
        '/dossiers/{code}/incidents/retry',
        {
          incident,
          reason,
          variables: Object.fromEntries(corrections.map(({ name, text }) => [name.trim(), typedValue(text)])),
        },
        { params: { code } },
      ),
    onSuccess: (dossier) => {
      queries.setQueryData(['dossier', code], dossier);
      void queries.invalidateQueries({ queryKey: ['dossier', code] });
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      const isStill = dossier.incidents?.length;
      void (isStill ? message.warning(t('retry.still')) : message.success(t('retry.done')));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('retry.title')}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('retry.confirm')}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: retrying.isPending, disabled: !found }}
      width={680}
      destroyOnHidden
    >
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {found && (
        <>
          <p style={{ marginTop: 0 }}>
            <strong style={{ fontWeight: 600 }}>{found.elementName}</strong>: {found.text}
          </p>
          {retrying.error && <ErrorPanel error={retrying.error} takesFocus />}
          <Form<Fields>
            form={form}
            layout="vertical"
            initialValues={{ corrections: [], reason: '' }}
            onFinish={(fields) => retrying.mutate(fields)}
          >
            <VariableFields variables={found.variables} />
            <Form.Item
              name="reason"
              label={t('reason')}
              rules={[{ required: true, whitespace: true, message: t('missing') }]}
            >
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}
