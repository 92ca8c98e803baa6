import { Button, Card, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '../../server/contract/access.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { usePageTitle } from '../../ui/shell/use-page-title.ts';

interface Fields {
  username: string;
  password: string;
}

/** Signs in and goes on to where the person wanted to be. */
export default function SignInPage() {
  const { t } = useTranslation('portal');
  usePageTitle(t('ui:session.signIn'));
  const { session, signIn } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = search.get('next');
  const [error, setError] = useState<unknown>();
  const [isSending, setSending] = useState(false);

  // who is signed in, now or already, goes on
  useEffect(() => {
    if (!session) return;
    const target = next && isOwnAddress(next) ? next : homeOf(session);
    if (target.startsWith('/thiet-ke')) location.assign(target);
    else void navigate(target, { replace: true });
  }, [session, next, navigate]);

  const send = async ({ username, password }: Fields) => {
    setSending(true);
    setError(undefined);
    try {
      await signIn(username.trim(), password);
    } catch (thrown) {
      setError(thrown);
      setSending(false);
    }
  };

  return (
    <Card style={{ maxWidth: 420, margin: '24px auto' }}>
      <h1 style={{ margin: '0 0 4px', fontSize: 22, fontWeight: 600 }}>{t('ui:session.signIn')}</h1>
      <p style={{ margin: '0 0 20px', color: '#51606f' }}>{t('signIn.hint')}</p>
      {error !== undefined && <ErrorPanel error={error} takesFocus />}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={send} size="large">
        <Form.Item
          name="username"
          label={t('signIn.username')}
          rules={[{ required: true, whitespace: true, message: t('signIn.usernameMissing') }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('signIn.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isSending} block>
          {t('ui:session.signIn')}
        </Button>
      </Form>
    </Card>
  );
}

/** Only addresses of this site; `//elsewhere` is not one. */
const isOwnAddress = (address: string): boolean => /^\/(?![/\\])/.test(address);

const HOMES: [ability: string, href: string][] = [
  ['desk', '/ban-lam-viec'],
  ['counter', '/tiep-nhan'],
  ['studio', '/thiet-ke'],
  ['admin', '/quan-tri'],
];

const homeOf = ({ abilities }: Session): string =>
  HOMES.find(([ability]) => abilities.includes(ability))?.[1] ?? '/';
