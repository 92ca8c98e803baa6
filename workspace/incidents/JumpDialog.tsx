import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import type { JumpChoices } from '../../server/contract/jump.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { JumpConsequences } from './JumpConsequences.tsx';
import { type Jump, useJumpChoices, useJumpPreview } from './use-jump.ts';

interface Fields {
  from?: string[];
  to?: string;
  reason: string;
}

/** The step to go to, what that ends and opens, the reason; then it is done. */
export function JumpDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { data, error, refetch } = useJumpChoices(code);
  const jump = jumpOf({ from: Form.useWatch('from', form), to: Form.useWatch('to', form) }, data);
  const preview = useJumpPreview(code, jump);
  const jumping = useMutation({
    mutationFn: ({ reason, ...fields }: Fields) =>
      api.post<Dossier>('/dossiers/{code}/jump', { ...jumpOf(fields, data), reason }, { params: { code } }),
    onSuccess: (dossier) => {
      queries.setQueryData(['dossier', code], dossier);
      void queries.invalidateQueries({ queryKey: ['dossier', code] });
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      void message.success(t('jump.done'));
      onClose();
    },
  });
  const required = { required: true, message: t('missing') };
  return (
    <Modal
      open
      title={t('jump.title', { code })}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t('jump.confirm')}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ loading: jumping.isPending, disabled: !preview.isSuccess }}
      width={640}
      destroyOnHidden
    >
      <p style={{ marginTop: 0 }}>{t('jump.hint')}</p>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {jumping.error && <ErrorPanel error={jumping.error} takesFocus />}
      {data && (
        <Form<Fields>
          form={form}
          layout="vertical"
          initialValues={{ from: data.open.map(({ element }) => element), reason: '' }}
          onFinish={(fields) => jumping.mutate(fields)}
        >
          <Form.Item name="from" label={t('jump.from')} hidden={data.open.length < 2} rules={[required]}>
            <Checkbox.Group
              options={data.open.map(({ element, name }) => ({ value: element, label: name }))}
            />
          </Form.Item>
          <Form.Item name="to" label={t('jump.to')} rules={[required]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('jump.choose')}
              options={data.steps.map(({ element, name, unitName }) => ({
                value: element,
                label: unitName ? `${name} (${unitName})` : name,
              }))}
            />
          </Form.Item>
          {jump && preview.error && <ErrorPanel error={preview.error} />}
          {jump && preview.data && !preview.error && <JumpConsequences preview={preview.data} />}
          <Form.Item name="reason" label={t('reason')} rules={[{ ...required, whitespace: true }]}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}

/** Everything that is open is left unless some of it is to stay. */
function jumpOf({ from = [], to }: Partial<Fields>, choices: JumpChoices | undefined): Jump | undefined {
  if (!to) return undefined;
  return from.length > 0 && from.length < (choices?.open.length ?? 0) ? { from, to } : { to };
}
