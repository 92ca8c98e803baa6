/**
 * Fields that a collection keeps apart (`CollectionSpec.apart`). They are handed out frozen, so that who writes a document back is
 * known by their identity to have left them as they are, and they need not be written, nor compared, nor even be turned into text.
 */

/** The fields of one document that stand apart. */
export type Parts = { readonly [field: string]: unknown };

export interface KeptApart {
  /** @param text as it stands for the document of this key */
  read(key: string, text: string): Parts;
  /** @returns the text to be written for the document of this key; nothing when it stands already */
  changed(key: string, doc: object, fields: readonly string[]): string | undefined;
  /** A write on its way, or just written, puts others in their place: what was read before says nothing any more. */
  supersede(key: string): void;
}

interface Origin {
  key: string;
  parts: Parts;
  generation: number;
}

/** One for each store: what one store has handed out does not stand in another. */
export function keptApart(): KeptApart {
  /** value of a field -> where it was read */
  const origins = new WeakMap<object, Origin>();
  /** of the documents whose parts were replaced, which few are */
  const generations = new Map<string, number>();
  const generationOf = (key: string) => generations.get(key) ?? 0;
  return {
    read: (key, text) => {
      const parts = frozen(JSON.parse(text)) as Parts;
      const origin = { key, parts, generation: generationOf(key) };
      for (const value of Object.values(parts)) if (isObject(value)) origins.set(value, origin);
      return parts;
    },
    changed: (key, doc, fields) => {
      const given = Object.entries(doc).filter(
        ([field, value]) => value !== undefined && fields.includes(field),
      );
      const origin = given.map(([, value]) => isObject(value) && origins.get(value)).find(Boolean);
      const isUnchanged =
        origin &&
        origin.key === key &&
        origin.generation === generationOf(key) &&
        given.length === Object.keys(origin.parts).length &&
        given.every(([field, value]) => origin.parts[field] === value);
      return isUnchanged ? undefined : JSON.stringify(Object.fromEntries(given));
    },
    supersede: (key) => void generations.set(key, generationOf(key) + 1),
  };
}

/** The document without the fields that stand apart, for its text. */
export const without = (doc: object, fields: readonly string[]): object => ({
  ...doc,
  ...Object.fromEntries(fields.map((field) => [field, undefined])),
});

/** One text of both: @param text of a document without its parts */
export function joined(text: string, parts: string | null): string {
  if (parts === null || parts === '{}') return text;
  return text === '{}' ? parts : `${text.slice(0, -1)},${parts.slice(1)}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function frozen(value: unknown): unknown {
  if (!isObject(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
