/** Starts a page: words, fonts, providers, then the given routes. */
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProviders } from './AppProviders.tsx';
import { type RoomWords, setupI18n } from './i18n/setup-i18n.ts';
import './theme/fonts.ts';
import './theme/global.css';

/** @param words the room's own namespaces, beside the shared `ui` */
export async function mountApp(words: RoomWords, routes: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const i18n = await setupI18n([words]);
  createRoot(root).render(
    <StrictMode>
      <AppProviders i18n={i18n}>{routes}</AppProviders>
    </StrictMode>,
  );
}
