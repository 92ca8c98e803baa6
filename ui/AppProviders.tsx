import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import viVN from 'antd/es/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createQueryClient } from './api/query-client.ts';
import { SessionProvider } from './session/session-context.tsx';
import { palette } from './theme/palette.ts';
import { theme } from './theme/theme.ts';

/** Everything a screen of either page stands on: words, theme, server data, session. */
export function AppProviders({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ConfigProvider
          theme={theme}
          locale={useAntdLocale(i18n)}
          form={{ scrollToFirstError: true, requiredMark: markRequired }}
        >
          <App message={{ duration: 4 }}>
            <SessionProvider>{children}</SessionProvider>
          </App>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

/** A star after the label, as the e-forms have it. */
const markRequired = (label: ReactNode, { required }: { required: boolean }) => (
  <>
    {label}
    {required && (
      <span aria-hidden="true" style={{ color: palette.danger, marginInlineStart: 4 }}>
        *
      </span>
    )}
  </>
);

/** antd's own words in the language of the screens. */
function useAntdLocale(i18n: i18n): Locale {
  const [locale, setLocale] = useState<Locale>(viVN);
  useEffect(() => {
    const follow = async (language: string) => {
      dayjs.locale(language);
      setLocale(language === 'en' ? (await import('antd/es/locale/en_US')).default : viVN);
    };
    void follow(i18n.language);
    i18n.on('languageChanged', follow);
    return () => i18n.off('languageChanged', follow);
  }, [i18n]);
  return locale;
}
