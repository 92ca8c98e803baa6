import type { RoomWords } from './room-words.ts';
import ui from './vi/ui.json';

export const uiWords: RoomWords = {
  vi: { ui },
  en: async () => ({ ui: (await import('./en/ui.json')).default }),
};
