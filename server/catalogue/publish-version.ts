/** Versions of forms and templates: drawn up, published, the one before retired. */
import type { Asker } from '../access/audit.ts';
import { auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import { problem } from '../http/problem.ts';
import type { Collection, Stored } from '../store/store.ts';
import { publishedOf, versionsOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { PublicationState } from './records.ts';

interface Versioned {
  key: string;
  version: number;
  state: PublicationState;
  title: string;
  createdAt: string;
  createdBy: string;
}

type Content<T extends Versioned> = Omit<T, keyof Versioned> & { title: string };

export type VersionKind = 'form' | 'template';

/**
 * A new version; versions of a key count from 1 without gaps.
 * @param options.state `published` only for the first of its key; a draft when absent
 * @param options.basedOn the version it was drawn from, 0 for a new key, when a newer one must not be passed over
 * @throws Problem 409 somebody else has saved since
 */
export async function draftVersion<T extends Versioned>(
  { store, clock }: Catalogue,
  {
    kind,
    collection,
    key,
    content,
    state = 'draft',
    basedOn,
    by,
  }: {
    kind: VersionKind;
    collection: Collection<T>;
    key: string;
    content: Content<T>;
    state?: PublicationState;
    basedOn?: number | undefined;
    by: Asker;
  },
): Promise<Stored<T>> {
  if (basedOn !== undefined) await refuseOlderBase(collection, { kind, key, basedOn });
  const at = isoNow(clock);
  const sequence = `${kind}/${key}`;
  let version = 0;
  const record = (): T =>
    ({ key, version, state, createdAt: at, createdBy: by.actor.name, ...content }) as unknown as T;
  await store.commit({
    take: [sequence],
    writes: (numbers) => {
      version = numbers[sequence]!;
      const id = versionId(key, version);
      return [
        { op: 'insert', collection: collection.name, id, doc: record() },
        ...auditWrite({ at, ...by, what: `${kind}.create`, subject: id }),
      ];
    },
  });
  return { id: versionId(key, version), version: 1, doc: record() };
}

/**
 * Publishes a draft, or brings back a retired version; what was published is retired. Records that
 * pinned a version keep it.
 * @throws Problem 404; 409 published already
 */
export async function publishVersion<T extends Versioned>(
  { store, clock }: Catalogue,
  {
    kind,
    collection,
    key,
    version,
    by,
  }: { kind: VersionKind; collection: Collection<T>; key: string; version: number; by: Asker },
): Promise<Stored<T>> {
  const found = await findVersion(collection, { kind, key, version });
  if (found.doc.state === 'published')
    throw problem(`${kind}.already-published`, 409, { values: { key, version } });
  const before = await publishedOf(collection, key);
  const doc: T = { ...found.doc, state: 'published' };
  await store.commit([
    { op: 'replace', collection: collection.name, id: found.id, version: found.version, doc },
    ...(before
      ? [
          {
            op: 'replace' as const,
            collection: collection.name,
            id: before.id,
            version: before.version,
            doc: { ...before.doc, state: 'retired' },
          },
        ]
      : []),
    ...auditWrite({ at: isoNow(clock), ...by, what: `${kind}.publish`, subject: found.id }),
  ]);
  return { id: found.id, version: found.version + 1, doc };
}

/** @throws Problem 404 */
export async function findVersion<T extends Versioned>(
  collection: Collection<T>,
  { kind, key, version }: { kind: VersionKind; key: string; version: number },
): Promise<Stored<T>> {
  const found = await collection.get(versionId(key, version));
  if (!found) throw problem(`${kind}.not-found`, 404, { values: { key } });
  return found;
}

async function refuseOlderBase<T extends Versioned>(
  collection: Collection<T>,
  { kind, key, basedOn }: { kind: VersionKind; key: string; basedOn: number },
): Promise<void> {
  const [newest] = await versionsOf(collection, key);
  if (!newest || newest.doc.version <= basedOn) return;
  if (basedOn === 0) throw problem(`${kind}.key-taken`, 409, { values: { key, title: newest.doc.title } });
  const { version, createdBy: by } = newest.doc;
  throw problem(`${kind}.saved-by-another`, 409, { values: { version, by } });
}

export const versionId = (key: string, version: number): string => `${key}@${version}`;
