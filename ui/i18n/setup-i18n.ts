/** Vietnamese is the source language and always at hand; English is fetched when somebody asks for it. */
import i18next, { type BackendModule, type i18n, type Resource, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { RoomWords, Words } from './room-words.ts';
import { uiWords } from './words.ts';

export type { RoomWords } from './room-words.ts';

export type Language = 'vi' | 'en';

const REMEMBERED_AS = 'motcua.language';

/**
 * Starts i18n with the shared words and those of the given rooms, in the language chosen last time.
 * Call once, before the first render.
 */
export async function setupI18n(rooms: RoomWords[]): Promise<i18n> {
  const all = [uiWords, ...rooms];
  const vietnamese = merged(all.map((room) => room.vi));
  const instance = i18next.createInstance();
  await instance
    .use(initReactI18next)
    .use(englishOf(all))
    .init({
      lng: 'vi',
      fallbackLng: 'vi',
      ns: Object.keys(vietnamese),
      defaultNS: 'ui',
      resources: { vi: vietnamese as Resource[string] },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  await switchLanguage(instance, rememberedLanguage());
  return instance;
}

/** Changes the language of the screens and of what the server answers, and remembers it. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED_AS, language);
}

export const rememberedLanguage = (): Language =>
  localStorage.getItem(REMEMBERED_AS) === 'en' ? 'en' : 'vi';

/** Where i18next gets a namespace that was not bundled: one fetch for all of them. */
function englishOf(rooms: RoomWords[]): BackendModule {
  let fetched: Promise<Words> | undefined;
  return {
    type: 'backend',
    init: () => undefined,
    read: (_language, namespace, done) => {
      fetched ??= Promise.all(rooms.map((room) => room.en())).then(merged);
      fetched.then(
        (words) => done(null, words[namespace] as ResourceKey),
        (error: Error) => {
          fetched = undefined;
          done(error, false);
        },
      );
    },
  };
}

const merged = (words: Words[]): Words => Object.assign({}, ...words);
