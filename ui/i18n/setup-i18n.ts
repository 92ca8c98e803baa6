/** Vietnamese is the source language and always at hand; English is fetched when somebody asks for it. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { uiWords } from './words.ts';

export type Language = 'vi' | 'en';
export const LANGUAGES: Language[] = ['vi', 'en'];

/** namespace -> nested keys -> sentence */
export type Words = Record<string, object>;

/** A room's words: `vi` bundled with it, `en` in a chunk of its own. */
export interface RoomWords {
  vi: Words;
  en: () => Promise<Words>;
}

const REMEMBERED_AS = 'motcua.language';

/**
 * Starts i18n with the shared words and those of the given rooms, in the language chosen last time.
 * Call once, before the first render.
 */
export async function setupI18n(rooms: RoomWords[]): Promise<i18n> {
  const all = [uiWords, ...rooms];
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'ui',
    resources: { vi: merged(all.map((room) => room.vi)) },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  english.set(instance, async () => merged(await Promise.all(all.map((room) => room.en()))));
  await switchLanguage(instance, rememberedLanguage());
  return instance;
}

/** Changes the language of the screens and of what the server answers, and remembers it. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'en' && !instance.hasResourceBundle('en', 'ui')) {
    const words = await english.get(instance)?.();
    for (const [namespace, keys] of Object.entries(words ?? {}))
      instance.addResourceBundle('en', namespace, keys);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED_AS, language);
}

export const rememberedLanguage = (): Language =>
  localStorage.getItem(REMEMBERED_AS) === 'en' ? 'en' : 'vi';

const english = new WeakMap<i18n, () => Promise<Words>>();

const merged = (words: Words[]): Words => Object.assign({}, ...words);
