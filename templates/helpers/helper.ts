/** A helper: a pure function of its arguments, with what the editor says about it. */
import type { Sentence } from '../template-problem.ts';

/** Named arguments, as in `{{qr address size=25}}`. */
export type Named = Record<string, unknown>;

export type Helper = {
  /** the call as one would type it */
  example: string;
  describe: Sentence;
  /** `true` when the result is HTML of our own making, so `{{{name …}}}` is allowed and nothing is escaped again */
  isMarkup?: true;
  run: (args: unknown[], named: Named) => unknown;
};

/** A helper was given something it cannot print; rendering adds where. */
export class BadArgument extends Error {
  constructor(value: unknown) {
    super(describeValue(value));
    this.name = 'BadArgument';
  }
}

/** A value that was never given prints as nothing; so do null and the empty text. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function asText(value: unknown): string {
  if (isBlank(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  throw new BadArgument(value);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (char) => ENTITIES[char as keyof typeof ENTITIES]);
}

const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
} as const;

function describeValue(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return (text ?? typeof value).slice(0, 60);
}
