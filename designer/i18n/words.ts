import type { RoomWords } from '../../ui/i18n/setup-i18n.ts';
import designer from './vi/designer.json';
import templates from './vi/templates.json';

/** The studio's words: one namespace an editor. */
export const designerWords: RoomWords = {
  vi: { designer, templates },
  en: async () => ({
    designer: (await import('./en/designer.json')).default,
    templates: (await import('./en/templates.json')).default,
  }),
};
