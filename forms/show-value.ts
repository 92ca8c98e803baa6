/** A field's value as people read it: on the officers' read view and in lists. */
import type { Field, Language } from './types.ts';

const YES_NO: Record<Language, [string, string]> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] };

/** One line of text; empty for what is not filled in. Tables and groups are the caller's. */
export function showValue(
  field: Pick<Field, 'type' | 'options'>,
  value: unknown,
  language: Language,
): string {
  if (value === undefined || value === null || value === '') return '';
  const option = field.options?.find((candidate) => candidate.value === value);
  if (option) return option.label[language];
  if (Array.isArray(value)) return value.map((item) => showValue(field, item, language)).join(', ');
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return showNumber(value, language);
  if (typeof value === 'object') return JSON.stringify(value);
  return field.type === 'date' ? showDate(String(value)) : String(value);
}

/** `2026-04-17` -> `17/04/2026`; what is no date stays as it is. */
export const showDate = (day: string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** `17/04/2026`, `17-4-2026`, `17042026` -> `2026-04-17`; `undefined` when it does not read as a day. */
export function readDate(text: string): string | undefined {
  const parts =
    /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export const showNumber = (value: number, language: Language): string =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 20 });
