import { Alert, App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { useSession } from './session-context.tsx';

interface Fields {
  current: string;
  next: string;
  again: string;
}

/** Changes one's own password; `isForced` on the first sign-in, when nothing else is offered. */
export default function ChangePassword({
  isForced = false,
  onDone,
}: {
  isForced?: boolean;
  onDone?: () => void;
}) {
  const { t } = useTranslation('ui');
  const { message } = App.useApp();
  const { refresh } = useSession();
  const [error, setError] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  const send = async ({ current, next }: Fields) => {
    setSending(true);
    try {
      await api.put('/session/password', { current, next });
      void message.success(t('session.passwordChanged'));
      await refresh();
      onDone?.();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setSending(false);
    }
  };

  const required = { required: true, message: t('session.required') };
  return (
    <Card title={t('session.changePassword')} style={{ maxWidth: 460, margin: '32px auto' }}>
      {isForced && (
        <Alert type="info" showIcon title={t('session.mustChange')} style={{ marginBottom: 16 }} />
      )}
      {error !== undefined && <ErrorPanel error={error} />}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="current" label={t('session.currentPassword')} rules={[required]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('session.nextPassword')}
          extra={t('session.passwordRule')}
          rules={[required, { min: 10, message: t('session.passwordRule') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('session.nextPasswordAgain')}
          dependencies={['next']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue('next')) throw new Error(t('session.passwordsDiffer'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isSending} block>
          {t('session.changePassword')}
        </Button>
      </Form>
    </Card>
  );
}
