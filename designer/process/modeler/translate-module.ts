import { modelerWords } from './words.vi.ts';

/**
 * The drawing library's words in the language of the screen.
 * @param onUnknown told of an English text without a Vietnamese one; a browser test fails on any
 */
export function translateModule(language: 'vi' | 'en', onUnknown: (text: string) => void = reportUnknown) {
  const translate = (template: string, replacements: Record<string, string> = {}): string => {
    const words = language === 'vi' ? modelerWords[template] : template;
    if (words === undefined) onUnknown(template);
    return (words ?? template).replace(/\{([^}]+)\}/g, (_, key: string) => replacements[key] ?? `{${key}}`);
  };
  return { translate: ['value', translate] };
}

/** Collected where the browser tests can read them. */
function reportUnknown(text: string): void {
  const page = globalThis as typeof globalThis & { untranslatedModelerWords?: Set<string> };
  page.untranslatedModelerWords ??= new Set();
  page.untranslatedModelerWords.add(text);
}
