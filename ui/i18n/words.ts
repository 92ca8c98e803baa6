import type { RoomWords } from './setup-i18n.ts';
import ui from './vi/ui.json';

export const uiWords: RoomWords = {
  vi: { ui },
  en: async () => ({ ui: (await import('./en/ui.json')).default }),
};
