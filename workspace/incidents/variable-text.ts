/** A variable as a person types it: a text as it is, everything else as JSON. */

/** A text that would be read as something else stands in quotation marks. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' && !isBrokenJson(value) && typedValue(value) === value) return value;
  return JSON.stringify(value, undefined, 1) ?? '';
}

export function typedValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Begun as a list, an object or a quoted text, and none: a slip, which must not become a text in silence. */
export const isBrokenJson = (text: string): boolean => /^\s*["[{]/.test(text) && typedValue(text) === text;
