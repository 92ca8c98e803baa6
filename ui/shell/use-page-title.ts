import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser's tab after the screen. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('ui');
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
}
