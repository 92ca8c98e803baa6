import type { RoomWords } from '../../ui/i18n/setup-i18n.ts';
import designer from './vi/designer.json';
import forms from './vi/forms.json';
import templates from './vi/templates.json';
import versioned from './vi/versioned.json';

/** The studio's words: one namespace an editor, `versioned` for what e-forms and papers have in common. */
export const designerWords: RoomWords = {
  vi: { designer, forms, templates, versioned },
  en: async () => ({
    designer: (await import('./en/designer.json')).default,
    forms: (await import('./en/forms.json')).default,
    templates: (await import('./en/templates.json')).default,
    versioned: (await import('./en/versioned.json')).default,
  }),
};
