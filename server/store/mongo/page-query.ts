/** Sorting and cursors on MongoDB: rows after a position, across types, in the order of the port. */
import type { Position } from '../cursor.ts';
import type { Query } from '../store.ts';
import type { MongoQuery } from './filter-query.ts';

/** MongoDB's order of types; null stands for missing too. */
const TYPES = ['null', 'number', 'string', 'object', 'bool'] as const;
type TypeName = (typeof TYPES)[number];

/** The sort fields, and the id in the direction of the last of them. */
export function sortOf({ sort = [] }: Query): [field: string, direction: 1 | -1][] {
  const order = sort.map(({ field, direction }): [string, 1 | -1] => [
    `doc.${field}`,
    direction === 'asc' ? 1 : -1,
  ]);
  return [...order, ['_id', order.at(-1)?.[1] ?? 1]];
}

export function afterQuery(query: Query, position: Position): MongoQuery {
  const values = [...position.values, position.id];
  const order = sortOf(query);
  return {
    $or: order.map(([field, direction], depth) => ({
      $and: [
        ...order.slice(0, depth).map(([outer], outerDepth) => equal(outer, values[outerDepth])),
        beyond(field, values[depth], direction),
      ],
    })),
  };
}

const equal = (field: string, value: unknown): MongoQuery => {
  const type = typeOf(value);
  if (type === 'null') return ofTypes(field, ['null']);
  return type === 'object' ? ofTypes(field, ['object']) : { [field]: { $eq: value } };
};

/** MongoDB compares within a type only; what lies beyond in other types is asked for by type. */
function beyond(field: string, value: unknown, direction: 1 | -1): MongoQuery {
  const type = typeOf(value);
  const at = TYPES.indexOf(type);
  const others = direction === 1 ? TYPES.slice(at + 1) : TYPES.slice(0, at);
  const alternatives: MongoQuery[] = [];
  if (type !== 'null' && type !== 'object')
    alternatives.push({ [field]: { [direction === 1 ? '$gt' : '$lt']: value } });
  if (others.length > 0) alternatives.push(ofTypes(field, others));
  return alternatives.length > 0 ? { $or: alternatives } : { _id: { $in: [] } };
}

function ofTypes(field: string, types: readonly TypeName[]): MongoQuery {
  const present = types.filter((type) => type !== 'null');
  const asked: MongoQuery[] = present.length > 0 ? [{ [field]: { $type: present } }] : [];
  if (types.includes('null')) asked.push({ [field]: null });
  return { $or: asked };
}

const typeOf = (value: unknown): TypeName =>
  value === null || value === undefined
    ? 'null'
    : typeof value === 'boolean'
      ? 'bool'
      : (typeof value as TypeName);
