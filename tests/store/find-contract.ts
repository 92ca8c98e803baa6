/** `find` of every store, held against the rules over a plain array, on whatever documents and queries come. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Collection,
  type Condition,
  type Filter,
  type Query,
  type Scalar,
  type Store,
  StoreConflict,
  type Write,
} from '../../server/store/store.ts';
import { insert, walk } from './contract.ts';
import { modelFind } from './find-model.ts';

const SPEC = {
  name: 'things',
  indexes: [
    { name: 'byA', fields: ['a'] },
    { name: 'byBC', fields: ['b', 'c.d'], sparse: true },
    { name: 'byTag', fields: ['tags'], many: true },
    { name: 'byPart', fields: ['parts.kind'], many: true },
  ],
};

const text = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'Ân', 'ân', '𠀋', '\uff21', "'", '%', '\u0000x'),
  fc.string(),
);
const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });

/** For SecantusDB, whose indexes misplace numbers beyond a decimal exponent of 128 either way. */
export const moderateDouble = anyDouble.filter(
  (value) => value === 0 || (Math.abs(value) > 1e-100 && Math.abs(value) < 1e100),
);

/** Documents and queries whose fractions come from `double`. */
function documentsAndQueries(double: fc.Arbitrary<number>) {
  const number = fc.oneof(fc.integer({ min: -3, max: 3 }), double);
  const scalar: fc.Arbitrary<Scalar> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
  const list = fc.array(scalar, { maxLength: 3 });
  const parts = fc.array(fc.record({ kind: scalar }, { requiredKeys: [] }), { maxLength: 3 });
  const document = fc.record(
    {
      a: scalar,
      b: scalar,
      c: fc.record({ d: scalar }, { requiredKeys: [] }),
      tags: list,
      parts,
      free: fc.oneof(scalar, list),
      deep: parts,
    },
    { requiredKeys: [] },
  );

  const bound = fc.oneof(text, number);
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    scalar,
    fc.record({ in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ gt: bound, gte: bound, lt: bound, lte: bound }, { requiredKeys: [] }),
    fc.record({ prefix: text }),
    fc.record({ exists: fc.boolean() }),
    fc.record({ not: scalar }),
  );
  const path = fc.constantFrom('a', 'b', 'c.d', 'tags', 'parts.kind', 'free', 'deep.kind');
  const where = fc.dictionary(path, condition, { maxKeys: 2 });
  const filter: fc.Arbitrary<Filter> = fc.record(
    { where, anyOf: fc.array(fc.record({ where }), { maxLength: 2 }) },
    { requiredKeys: [] },
  );
  const sort = fc
    .subarray(['a', 'b', 'c.d'])
    .chain((fields) =>
      fc.tuple(
        ...fields.map((field) =>
          fc.constantFrom('asc' as const, 'desc' as const).map((direction) => ({ field, direction })),
        ),
      ),
    );
  const query: fc.Arbitrary<Query> = fc
    .tuple(filter, sort)
    .map(([part, order]) => ({ ...part, sort: order }));
  return { document, query };
}

interface Opened {
  store: Store;
  things: Collection<object>;
}

/** The collection holding these documents alone: replaced where there was another, after a commit of them that was refused. */
async function stored({ store, things }: Opened, documents: object[]) {
  const { items: old } = await things.find({});
  const items = documents.map((doc, n) => ({ id: `${n % 2 ? 'x' : 'Đ'}${n}`, doc }));
  const before = new Map(old.map(({ id, version }) => [id, version]));
  const isWanted = new Set(items.map(({ id }) => id));
  const writes: Write[] = [
    ...old.filter(({ id }) => !isWanted.has(id)).map(({ id }) => removal(id)),
    ...items.map(({ id, doc }) => {
      const version = before.get(id);
      return version === undefined
        ? insert(id, doc, 'things')
        : ({ op: 'replace', collection: 'things', id, version, doc } as const);
    }),
  ];
  const refused = store.commit([...writes, { ...removal('nobody'), version: 1 }]);
  await expect(refused).rejects.toThrow(StoreConflict);
  await store.commit(writes);
  return items.map((item) => ({ ...item, version: (before.get(item.id) ?? 0) + 1 }));
}

const removal = (id: string) => ({ op: 'delete', collection: 'things', id }) as const;

export interface FindContract {
  open: () => Promise<Store>;
  runs: number;
  /** The fractions that are stored and asked for; every finite one unless told. */
  double?: fc.Arbitrary<number>;
}

export function findContract(name: string, { open, runs, double = anyDouble }: FindContract): void {
  const { document, query } = documentsAndQueries(double);
  describe(`find on ${name}`, () => {
    let opened: Opened;
    beforeAll(async () => {
      const store = await open();
      opened = { store, things: store.collection(SPEC) };
    });
    afterAll(() => opened.store.close());

    it('gives what the rules give over a plain array, whole, counted and page by page', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(document, { maxLength: 12 }),
          fc.array(query, { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 1, max: 4 }),
          async (documents, queries, limit) => {
            const { things } = opened;
            const items = await stored(opened, documents);
            for (const one of queries) {
              const expected = modelFind(items, one);
              expect((await things.find(one)).items.map(({ id }) => id)).toEqual(expected);
              expect(await things.count(one)).toBe(expected.length);
              expect(await walk(things, { ...one, limit })).toEqual(expected);
            }
          },
        ),
        { numRuns: runs },
      );
    });

    it('keeps every JSON document as it is', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }),
          async (documents) => {
            const { things } = opened;
            const items = await stored(opened, documents);
            const read = await things.getMany(items.map(({ id }) => id));
            expect(JSON.stringify(read.map(({ doc }) => doc))).toBe(JSON.stringify(documents));
          },
        ),
        { numRuns: runs },
      );
    });
  });
}
