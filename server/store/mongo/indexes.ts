/** Indexes on MongoDB from the collections' declarations: built when new, dropped when no longer declared. */
import { createHash } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { IndexSpec } from '../store.ts';

interface Wanted {
  name: string;
  key: Record<string, 1>;
  unique?: boolean;
  partialFilterExpression?: Record<string, unknown>;
}

/** Brings the indexes of a collection in line; others' (without our mark) are left alone. */
export async function prepareIndexes(collection: mongo.Collection, specs: IndexSpec[]): Promise<void> {
  const wanted = specs.flatMap(wantedOf);
  const present = await collection.indexes();
  const names = new Set(wanted.map(({ name }) => name));
  for (const { name } of present) {
    if (name && OUR_NAME.test(name) && !names.has(name)) await collection.dropIndex(name);
  }
  const missing = wanted.filter(({ name }) => !present.some((index) => index.name === name));
  if (missing.length > 0) await collection.createIndexes(missing);
}

/** `unique:byCode#1a2b3c4d`: the declared name, and a digest of the definition. */
const OUR_NAME = /^(unique|index):(.+)#[0-9a-f]{8}$/;

/** The declared name behind a database's; `id` for the primary key. */
export const declaredName = (name: string): string => OUR_NAME.exec(name)?.[2] ?? 'id';

function wantedOf({ name, fields, unique, many }: IndexSpec): Wanted[] {
  const paths = fields.map((field) => `doc.${field}`);
  const key = Object.fromEntries(paths.map((path) => [path, 1 as const]));
  const plain = { name: nameOf('index', name, paths), key: many ? key : { ...key, _id: 1 as const } };
  if (!unique) return [plain];
  const isHeld = paths.map((path) => ({ [path]: { $type: ['number', 'string', 'bool', 'object'] } }));
  const partialFilterExpression = isHeld.length === 1 ? isHeld[0]! : { $and: isHeld };
  return [
    // An equality on a partial index is not proven to be covered by it, so the plain one serves the searches.
    plain,
    { name: nameOf('unique', name, paths), key, unique: true, partialFilterExpression },
  ];
}

const nameOf = (kind: 'index' | 'unique', name: string, paths: string[]): string =>
  `${kind}:${name}#${createHash('sha256').update(paths.join()).digest('hex').slice(0, 8)}`;
