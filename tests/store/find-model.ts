/** The port's filters and orders once more, over an array: what `find` is held against. */
import type { Condition, Filter, Query, Scalar, Stored } from '../../server/store/store.ts';

type Json = Scalar | Json[] | { [key: string]: Json };

/** Ids in the order that `find` must give them. */
export function modelFind(documents: Stored<object>[], query: Query): string[] {
  const { sort = [] } = query;
  return documents
    .filter(({ doc }) => matches(doc as Json, query))
    .sort((left, right) => {
      for (const { field, direction } of sort) {
        const order = compare(single(left.doc as Json, field), single(right.doc as Json, field));
        if (order !== 0) return direction === 'asc' ? order : -order;
      }
      const order = compare(left.id, right.id);
      return sort.at(-1)?.direction === 'desc' ? -order : order;
    })
    .map(({ id }) => id);
}

function matches(doc: Json, { where = {}, anyOf }: Filter): boolean {
  const all = Object.entries(where).every(
    ([path, condition]) => condition === undefined || meets(valuesAt(doc, path.split('.')), condition),
  );
  return all && (!anyOf || anyOf.some((part) => matches(doc, part)));
}

function meets(values: Json[], condition: Condition): boolean {
  const present = values.filter((value) => value !== null);
  if (condition === null) return present.length === 0;
  if (typeof condition !== 'object') return present.includes(condition);
  if ('in' in condition) return condition.in.some((wanted) => meets(values, wanted));
  if ('not' in condition) return !meets(values, condition.not);
  if ('exists' in condition) return present.length > 0 === condition.exists;
  if ('prefix' in condition)
    return present.some((value) => typeof value === 'string' && value.startsWith(condition.prefix));
  const bounds = Object.entries(condition).filter(([, bound]) => bound !== undefined) as [
    keyof typeof IS_WITHIN,
    Scalar,
  ][];
  return (
    bounds.length === 0 ||
    present.some((value) =>
      bounds.every(
        ([name, bound]) => typeof value === typeof bound && IS_WITHIN[name](compare(value, bound)),
      ),
    )
  );
}

const IS_WITHIN = {
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
};

/** Every value at a path, arrays opened; missing is null. */
function valuesAt(value: Json, [segment, ...rest]: string[]): Json[] {
  if (segment === undefined) return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, [segment, ...rest]));
  if (typeof value !== 'object' || value === null) return [null];
  return valuesAt(value[segment] ?? null, rest);
}

const single = (value: Json, path: string): Json => valuesAt(value, path.split('.'))[0] ?? null;

const RANKS = ['null', 'number', 'string', 'boolean'];
const rankOf = (value: Json): number => RANKS.indexOf(value === null ? 'null' : typeof value);

function compare(left: Json, right: Json): number {
  const byType = rankOf(left) - rankOf(right);
  if (byType !== 0) return byType;
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string));
  return Number(left) - Number(right);
}
