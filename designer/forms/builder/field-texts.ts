/** Texts of a ui document that are said in Vietnamese, and perhaps in English. */
import { type LocalText, localText } from '../../../forms/index.ts';

/** The text with other Vietnamese words; its English stays. `undefined` when nothing is left to say. */
export const inVietnamese = (text: LocalText | undefined, vi: string): LocalText | undefined =>
  typeof text === 'object' ? { ...text, vi } : vi === '' ? undefined : vi;

/** The text with other English words; without any it is said in Vietnamese alone. */
export function inEnglish(text: LocalText | undefined, en: string): LocalText | undefined {
  const vi = localText(text, 'vi') ?? '';
  if (en !== '') return { vi, en };
  return vi === '' ? undefined : vi;
}

/** What was said in English on purpose; empty when English readers get the Vietnamese. */
export const englishOf = (text: LocalText | undefined): string =>
  typeof text === 'object' && text !== null ? text.en : '';
