import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../server/contract/access.ts';
import { sentencesOf } from '../components/ErrorPanel.tsx';
import ChangePassword from '../session/ChangePassword.tsx';
import { useSession } from '../session/session-context.tsx';

/** Who I am, change of password, sign out. */
export default function AccountMenu({ user }: { user: User }) {
  const { t } = useTranslation('ui');
  const { message } = App.useApp();
  const { signOut } = useSession();
  const [isChanging, setChanging] = useState(false);
  const { fullName, title, roles } = user;
  const leave = () =>
    signOut()
      .then(() => location.assign('/dang-nhap'))
      .catch((error: unknown) => void message.error(sentencesOf(error, t).title));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <>
                  <div style={{ fontWeight: 600, color: '#1b2733' }}>{fullName}</div>
                  <div>{title ?? roles.map((role) => t(`role.${role}`)).join(', ')}</div>
                </>
              ),
            },
            { key: 'password', label: t('session.changePassword'), onClick: () => setChanging(true) },
            { type: 'divider' },
            { key: 'out', label: t('session.signOut'), onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('session.accountOf', { name: fullName })}>
          <span className="motcua-hide-on-phone">{fullName}</span>
        </Button>
      </Dropdown>
      <Modal
        open={isChanging}
        footer={null}
        destroyOnHidden
        onCancel={() => setChanging(false)}
        title={t('session.account')}
      >
        <ChangePassword onDone={() => setChanging(false)} />
      </Modal>
    </>
  );
}
