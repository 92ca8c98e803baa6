import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session-context.tsx';

const AccountMenu = lazy(() => import('./AccountMenu.tsx'));

/** The account of who is signed in, fetched then; a sign-in button for nobody. */
export function UserMenu() {
  const { t } = useTranslation('ui');
  const { session } = useSession();
  if (session) {
    return (
      <Suspense>
        <AccountMenu user={session.user} />
      </Suspense>
    );
  }
  return (
    <Button type="primary" ghost href="/dang-nhap" icon={<UserOutlined />}>
      {t('session.signIn')}
    </Button>
  );
}
