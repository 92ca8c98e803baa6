/** Which versions of a procedure's process dossiers still run on. */
import type { StatusKey } from '../contract/dossiers.ts';
import type { Store } from '../store/store.ts';
import { EVERYWHERE, listEntrySpec } from './list-entries.ts';
import { dossierSpec } from './records.ts';
import { isFinal, STATUSES } from './statuses.ts';

/** Oldest dossiers that are looked at: what runs on a retired version is among them. */
const MOST = 2_000;
const PAGE = 500;
const RUNNING = (Object.keys(STATUSES) as StatusKey[]).filter((status) => !isFinal(status));

export async function followedVersions(store: Store, procedure: string): Promise<Set<number>> {
  const list = store.collection(listEntrySpec);
  const dossiers = store.collection(dossierSpec);
  const followed = new Set<number>();
  let cursor: string | undefined;
  for (let looked = 0; looked < MOST; looked += PAGE) {
    const page = await list.find({
      where: { place: EVERYWHERE, procedure, status: { in: RUNNING } },
      sort: ['place', 'procedure', 'order'].map((field) => ({ field, direction: 'asc' as const })),
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { doc } of await dossiers.getMany(page.items.map(({ doc: { code } }) => code))) {
      followed.add(doc.pins.process);
    }
    cursor = page.next;
    if (!cursor) break;
  }
  return followed;
}
