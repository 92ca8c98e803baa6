/** A filter of the port as a MongoDB query. Documents stand under `doc`. */
import type { Condition, Filter, Path, Scalar } from '../store.ts';

export type MongoQuery = Record<string, unknown>;

/** What counts as a value: null and missing do not. Through an array, of any element. */
const PRESENT = { $type: ['number', 'string', 'bool', 'object'] };

/** @param single paths that are declared to hold one value: there a range needs no care for elements */
export function filterQuery(filter: Filter, single: ReadonlySet<Path>): MongoQuery {
  const parts = Object.entries(filter.where ?? {}).flatMap(([path, condition]) =>
    condition === undefined ? [] : (conditionQuery(`doc.${path}`, condition, single.has(path)) ?? []),
  );
  if (filter.anyOf) {
    const alternatives = filter.anyOf.map((part) => filterQuery(part, single));
    parts.push(alternatives.length > 0 ? { $or: alternatives } : NOTHING);
  }
  return parts.length > 0 ? { $and: parts } : {};
}

const NOTHING: MongoQuery = { _id: { $in: [] } };

function conditionQuery(path: string, condition: Condition, isSingle: boolean): MongoQuery | null {
  if (condition === null) return missing(path);
  if (typeof condition !== 'object') return { [path]: { $eq: condition } };
  if ('in' in condition) return isOneOf(path, condition.in);
  if ('prefix' in condition) return startsWith(path, condition.prefix);
  if ('exists' in condition) return condition.exists ? { [path]: PRESENT } : missing(path);
  if ('not' in condition)
    return condition.not === null ? { [path]: PRESENT } : { [path]: { $ne: condition.not } };
  return isWithin(path, condition, isSingle);
}

const missing = (path: string): MongoQuery => ({ $nor: [{ [path]: PRESENT }] });

function isOneOf(path: string, values: Scalar[]): MongoQuery {
  const present = { [path]: { $in: values.filter((value) => value !== null) } };
  return values.includes(null) ? { $or: [present, missing(path)] } : present;
}

const startsWith = (path: string, prefix: string): MongoQuery =>
  prefix === ''
    ? { [path]: { $type: 'string' } }
    : { [path]: { $regex: `^${prefix.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&')}` } };

function isWithin(
  path: string,
  bounds: { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar },
  isSingle: boolean,
): MongoQuery | null {
  const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
  if (given.length === 0) return null;
  for (const [name, bound] of given) {
    if (typeof bound !== 'number' && typeof bound !== 'string')
      throw new TypeError(`a range is bounded by numbers or strings: ${name}`);
  }
  const range = Object.fromEntries(given.map(([name, bound]) => [`$${name}`, bound]));
  return isSingle || given.length === 1 ? { [path]: range } : sameElement(path, range);
}

/** MongoDB lets one element meet the lower bound and another the upper; the port wants one that meets both. */
function sameElement(path: string, range: MongoQuery): MongoQuery {
  const segments = path.split('.');
  const splits = segments.slice(1, -1).map((_, depth) => ({
    outer: segments.slice(0, depth + 2).join('.'),
    inner: segments.slice(depth + 2).join('.'),
  }));
  const arrays = [...splits.map(({ outer }) => outer), path].map((place) => ({
    [place]: { $type: 'array' },
  }));
  return {
    $or: [
      { $and: [{ [path]: range }, { $nor: arrays }] },
      { [path]: { $elemMatch: range } },
      ...splits.map(({ outer, inner }) => ({ [outer]: { $elemMatch: { [inner]: range } } })),
    ],
  };
}
