/** The names of fields as people read them. */
import { keyword } from './schema-parts.ts';
import type { Language, LocalText, Schema, UiNode } from './types.ts';

export const localText = (text: LocalText | undefined, language: Language): string | undefined =>
  typeof text === 'object' && text !== null ? text[language] : text;

/** `ui:title`, else the schema's `title`, else the property's own name. */
export function labelOf(
  root: Schema,
  schemas: readonly Schema[],
  ui: UiNode | undefined,
  name: string,
): { vi: string; en: string } {
  const title = ui?.['ui:title'] ?? (keyword(root, schemas, 'title') as string | undefined) ?? name;
  return { vi: localText(title, 'vi') ?? name, en: localText(title, 'en') ?? name };
}
