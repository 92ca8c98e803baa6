/** What the checks of a store read, and what they find. */
import type { SqliteSnapshot } from '../store/sqlite/open-sqlite-snapshot.ts';
import type { Collection, Filter } from '../store/store.ts';
import type { CliSentence } from './sentences.ts';

export interface Finding {
  code: CliSentence;
  values: Record<string, string | number>;
}

export type Readable = Pick<SqliteSnapshot, 'collection' | 'sequences'>;

/**
 * Every document that matches, a page at a time.
 * @param along fields of an index that answers it, in order; by id when absent
 */
export async function* everything<T extends object>(
  collection: Collection<T>,
  where: NonNullable<Filter['where']> = {},
  along: string[] = [],
) {
  const sort = along.map((field) => ({ field, direction: 'asc' as const }));
  for (let cursor: string | undefined; ; ) {
    const page = await collection.find({
      where,
      sort,
      limit: 1000,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
