/** Tinos (OFL, the metrics of Times New Roman) as embedded `@font-face` rules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The rules for the characters of `text`: Latin and Vietnamese always, other alphabets (names of peoples and
 * firms) only when the text has them, so that a plain paper stays small.
 */
export function tinosCss(text = ''): string {
  return SUBSETS.filter(({ ifMatches }) => ifMatches?.test(text) ?? true)
    .map(({ name }) => facesOf(name))
    .join('');
}

type Subset = { name: string; ifMatches?: RegExp };

/** Later rules win where ranges overlap, so the Vietnamese subset comes after the wider Latin one. */
const SUBSETS: Subset[] = [
  {
    name: 'latin-ext',
    ifMatches:
      /[\u0100-\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0167\u016a-\u019f\u01a2-\u01ae\u01b1-\u024f]/,
  },
  { name: 'greek', ifMatches: /[\u0370-\u03ff]/ },
  { name: 'cyrillic', ifMatches: /[\u0400-\u045f\u0490-\u0491\u2116]/ },
  { name: 'vietnamese' },
  { name: 'latin' },
];

const STYLES = [
  { weight: 400, style: 'normal' },
  { weight: 700, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'italic' },
] as const;

const read = new Map<string, string>();

function facesOf(subset: string): string {
  let faces = read.get(subset);
  if (!faces) {
    const range = unicodeRange(subset);
    faces = STYLES.map(({ weight, style }) => face(subset, weight, style, range)).join('');
    read.set(subset, faces);
  }
  return faces;
}

function face(subset: string, weight: number, style: string, range: string): string {
  const file = require.resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-${style}.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

function unicodeRange(subset: string): string {
  const ranges: Record<string, string> = require('@fontsource/tinos/unicode.json');
  return ranges[subset] ?? 'U+0-10FFFF';
}
