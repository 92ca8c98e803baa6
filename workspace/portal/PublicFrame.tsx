import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ScreenErrorBoundary } from '../../ui/components/ScreenErrorBoundary.tsx';
import { useSession } from '../../ui/session/session-context.tsx';
import { LanguageSwitch } from '../../ui/shell/LanguageSwitch.tsx';
import { ProductMark } from '../../ui/shell/ProductMark.tsx';
import { UserMenu } from '../../ui/shell/UserMenu.tsx';
import '../../ui/shell/app-shell.css';
import './public-frame.css';

/** The frame of the pages that anybody may read. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('portal');
  const { session, may } = useSession();
  const { pathname } = useLocation();
  const home = may('desk')
    ? '/ban-lam-viec'
    : may('counter')
      ? '/tiep-nhan'
      : may('studio')
        ? '/thiet-ke'
        : undefined;
  return (
    <div className="portal">
      <a href="#noi-dung" className="skip-link">
        {t('ui:skipToContent')}
      </a>
      <header className="motcua-bar no-print">
        <ProductMark unit={t('province')} />
        <div className="motcua-bar-end">
          {session && (
            <Button href={home ?? '/ho-so'} type="text">
              {home ? t('toDesk') : t('toDossiers')}
            </Button>
          )}
          <LanguageSwitch />
          {pathname !== '/dang-nhap' && <UserMenu />}
        </div>
      </header>
      <main id="noi-dung" tabIndex={-1} className="portal-main">
        <ScreenErrorBoundary>{children}</ScreenErrorBoundary>
      </main>
      <footer className="portal-foot no-print">{t('foot')}</footer>
    </div>
  );
}
