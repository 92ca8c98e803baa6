/** Proof that papers come out in the embedded font, whatever fonts the machine has. */

import { compileTemplate } from '../compile-template.ts';
import { renderTemplate } from '../index.ts';
import { tinosCss } from '../worker/tinos.ts';

/** Letters that a font without Vietnamese lacks, and that a browser then borrows from another font. */
const LETTERS = 'ằẵợữỹ₫ Ướ Ữ ễ ộ đĐ ăâêôơư — “…” 0123456789';

/** A page with those letters in every style. */
export function specimen(): string {
  const source = `<p>${LETTERS}</p><p><b>${LETTERS}</b></p><p><i>${LETTERS}</i></p><p><b><i>${LETTERS}</i></b></p>`;
  const { template } = compileTemplate(source);
  if (!template) throw new Error('the specimen does not compile');
  return renderTemplate(template, {}, { title: 'Tinos', fontCss: tinosCss(LETTERS) });
}

/** Throws when the specimen came out without Tinos, or with letters of another font. */
export function assertPrintsVietnamese(pdf: Uint8Array): void {
  const fonts = embeddedFonts(pdf);
  const foreign = fonts.filter((font) => !font.startsWith('Tinos'));
  if (foreign.length > 0 || fonts.length < STYLES) {
    throw new Error(`Vietnamese letters were printed with ${fonts.join(', ') || 'no font'} instead of Tinos`);
  }
}

/** Regular, bold, italic, bold italic. */
const STYLES = 4;

/** Names of the fonts inside a PDF as Chromium writes it, without their subset marks. */
export function embeddedFonts(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const names = [...text.matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(
    ([, name]) => name as string,
  );
  return [...new Set(names)].sort();
}
