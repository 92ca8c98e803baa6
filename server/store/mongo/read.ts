/** Reading a collection on MongoDB: by id, by query, page by page. */
import type { mongo } from 'mongoose';
import { decodeCursor, encodeCursor, sortValue } from '../cursor.ts';
import type { Collection, CollectionSpec, Page, Path, Query, Stored } from '../store.ts';
import { filterQuery, type MongoQuery } from './filter-query.ts';
import { afterQuery, sortOf } from './page-query.ts';
import type { Row } from './write.ts';

const DEFAULT_LIMIT = 100;
const HIGHEST_LIMIT = 1000;

/** @param rows resolves when the collection is ready; rejects when the store cannot serve */
export function readCollection<T extends object>(
  spec: CollectionSpec<T>,
  rows: <R>(work: (collection: mongo.Collection<Row>) => Promise<R>) => Promise<R>,
): Collection<T> {
  const single = new Set(spec.indexes.filter(({ many }) => !many).flatMap(({ fields }) => fields));
  return {
    name: spec.name,
    get: (id) =>
      rows(async (collection) => {
        const row = await collection.findOne({ _id: id });
        return row && toStored<T>(row);
      }),
    getMany: (ids) =>
      rows(async (collection) => {
        const found = await collection.find({ _id: { $in: ids } }).toArray();
        const byId = new Map(found.map((row) => [row._id, row]));
        return ids.flatMap((id) => {
          const row = byId.get(id);
          return row ? [toStored<T>(row)] : [];
        });
      }),
    find: (query) => rows((collection) => findPage<T>(spec.name, { collection, query, single })),
    count: (filter, { atMost } = {}) =>
      rows((collection) =>
        collection.countDocuments(
          asFilter(filterQuery(filter, single)),
          atMost === undefined ? {} : { limit: atMost },
        ),
      ),
  };
}

const asFilter = (query: MongoQuery) => query as mongo.Filter<Row>;

const toStored = <T extends object>({ _id, version, doc }: Row): Stored<T> => ({
  id: _id,
  version,
  doc: doc as T,
});

async function findPage<T extends object>(
  name: string,
  {
    collection,
    query,
    single,
  }: { collection: mongo.Collection<Row>; query: Query; single: ReadonlySet<Path> },
): Promise<Page<T>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT)
    throw new RangeError(`limit must be 1..${HIGHEST_LIMIT}: ${limit}`);
  for (const { field } of query.sort ?? []) {
    if (!single.has(field)) throw new TypeError(`${name} has no index to sort by ${field}`);
  }
  const position = decodeCursor(name, query);
  const filter = filterQuery(query, single);
  const found = await collection
    .find(asFilter(position ? { $and: [filter, afterQuery(query, position)] } : filter))
    .sort(sortOf(query))
    .limit(limit + 1)
    .toArray();
  const items = found.slice(0, limit).map(toStored<T>);
  if (found.length <= limit) return { items };
  const last = items.at(-1)!;
  const values = (query.sort ?? []).map(({ field }) => sortValue(last.doc, field));
  return { items, next: encodeCursor(name, query, { id: last.id, values }) };
}
