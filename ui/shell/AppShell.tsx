import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveUpdates } from '../api/live-updates.ts';
import { ScreenErrorBoundary } from '../components/ScreenErrorBoundary.tsx';
import { useSession } from '../session/session-context.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ManualClock } from './ManualClock.tsx';
import { NoticeBell } from './NoticeBell.tsx';
import type { Room } from './navigation.tsx';
import { ProductMark } from './ProductMark.tsx';
import { ShortcutsHelp } from './ShortcutsHelp.tsx';
import { SideMenu } from './SideMenu.tsx';
import { UserMenu } from './UserMenu.tsx';
import { useGoShortcuts } from './use-go-shortcuts.ts';
import './app-shell.css';

interface Props {
  /** which of the two pages this is; places of the other are reached by a full load */
  room: Room;
  children: ReactNode;
}

/** The frame around every screen of a signed-in person. Needs a router above it. */
export function AppShell({ room, children }: Props) {
  const { t } = useTranslation('ui');
  const { session } = useSession();
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useLiveUpdates(Boolean(session));
  useGoShortcuts({ room, onHelp: () => setHelpOpen(true) });

  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a href="#noi-dung" className="skip-link">
        {t('skipToContent')}
      </a>
      <header className="motcua-bar no-print">
        {!isWide && (
          <Button
            type="text"
            icon={<MenuOutlined />}
            aria-label={t('nav.open')}
            onClick={() => setMenuOpen(true)}
          />
        )}
        <ProductMark unit={session?.user.unitName} />
        <div className="motcua-bar-end">
          {session?.manualClock && <ManualClock now={session.now} />}
          <Tooltip title={t('shortcuts.open')}>
            <Button
              type="text"
              icon={<QuestionCircleOutlined />}
              aria-label={t('shortcuts.open')}
              onClick={() => setHelpOpen(true)}
            />
          </Tooltip>
          {session && <NoticeBell />}
          <LanguageSwitch />
          <UserMenu />
        </div>
      </header>
      <Layout hasSider={isWide}>
        {isWide ? (
          <Layout.Sider width={220} theme="light" className="motcua-side no-print">
            <SideMenu room={room} />
          </Layout.Sider>
        ) : (
          <Drawer
            open={isMenuOpen}
            onClose={() => setMenuOpen(false)}
            placement="left"
            size={260}
            title={t('nav.label')}
          >
            <SideMenu room={room} onGo={() => setMenuOpen(false)} />
          </Drawer>
        )}
        <main id="noi-dung" tabIndex={-1} className="motcua-main">
          <ScreenErrorBoundary>{children}</ScreenErrorBoundary>
        </main>
      </Layout>
      <ShortcutsHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Layout>
  );
}

export default AppShell;
