/** Looking up procedures and versions, with the problem when there is none. */
import { problem } from '../http/problem.ts';
import type { Collection, Stored } from '../store/store.ts';
import type { Catalogue } from './open-catalogue.ts';
import {
  type ProcedureRecord,
  type ProcessVersionRecord,
  type PublicationState,
  processVersionId,
} from './records.ts';

const EVERY = 1000;

/** @throws Problem 404 */
export async function findProcedure(catalogue: Catalogue, code: string): Promise<Stored<ProcedureRecord>> {
  const found = await catalogue.procedures.get(code);
  if (!found) throw problem('procedure.not-found', 404, { values: { code } });
  return found;
}

/** @throws Problem 404 */
export async function findProcess(
  catalogue: Catalogue,
  { code, version }: { code: string; version: number },
): Promise<Stored<ProcessVersionRecord>> {
  const found = await catalogue.processes.get(processVersionId(code, version));
  if (!found) throw problem('process.not-found', 404, { values: { code, version } });
  return found;
}

/** Every version of a procedure's process, newest first. */
export async function processVersions(
  catalogue: Catalogue,
  code: string,
): Promise<Stored<ProcessVersionRecord>[]> {
  const { items } = await catalogue.processes.find({
    where: { procedure: code },
    sort: [
      { field: 'procedure', direction: 'desc' },
      { field: 'version', direction: 'desc' },
    ],
    limit: EVERY,
  });
  return items;
}

/** What forms and templates have in common. */
interface Versioned {
  key: string;
  version: number;
  state: PublicationState;
}

/** Every version of a key, newest first. */
export async function versionsOf<T extends Versioned>(
  collection: Collection<T>,
  key: string,
): Promise<Stored<T>[]> {
  const { items } = await collection.find({
    where: { key },
    sort: [
      { field: 'key', direction: 'desc' },
      { field: 'version', direction: 'desc' },
    ],
    limit: EVERY,
  });
  return items;
}

/** The published version of a key. */
export async function publishedOf<T extends Versioned>(
  collection: Collection<T>,
  key: string,
): Promise<Stored<T> | null> {
  const { items } = await collection.find({ where: { state: 'published', key }, limit: 1 });
  return items[0] ?? null;
}

/** Keys that have a version, in order, with their versions newest first. */
export async function allVersions<T extends Versioned>(
  collection: Collection<T>,
): Promise<Map<string, Stored<T>[]>> {
  const byKey = new Map<string, Stored<T>[]>();
  let cursor: string | undefined;
  do {
    const page = await collection.find({
      sort: [
        { field: 'key', direction: 'asc' },
        { field: 'version', direction: 'asc' },
      ],
      limit: EVERY,
      ...(cursor ? { cursor } : {}),
    });
    for (const item of page.items) byKey.set(item.doc.key, [item, ...(byKey.get(item.doc.key) ?? [])]);
    cursor = page.next;
  } while (cursor);
  return byKey;
}
