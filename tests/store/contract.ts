/** What every store keeps, whichever database it stands on. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Collection,
  DuplicateKey,
  type Filter,
  type Query,
  type Store,
  StoreConflict,
  type Write,
} from '../../server/store/store.ts';

interface Ticket {
  unit?: string | null;
  title?: string | null;
  rank?: number | null;
  urgent?: boolean | null;
  code?: string;
  book?: string;
  year?: number;
  clock?: { dueAt?: string | null };
  tags?: string[];
  holders?: { unit: string; role?: string }[];
  note?: unknown;
}

const TICKETS = {
  name: 'tickets',
  indexes: [
    { name: 'byCode', fields: ['code'], unique: true },
    { name: 'byNumber', fields: ['book', 'year'], unique: true },
    { name: 'byUnitDue', fields: ['unit', 'clock.dueAt'] },
    { name: 'byRank', fields: ['rank'] },
    { name: 'byTitle', fields: ['title'] },
    { name: 'byUrgency', fields: ['urgent', 'rank'] },
    { name: 'byTag', fields: ['tags'], many: true },
    { name: 'byHolder', fields: ['holders.unit'], many: true },
  ],
};

/** How the suite gets a store. `reopen` closes one and opens the same data again. */
export interface StoreUnderTest {
  store: Store;
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

export const insert = (id: string, doc: object, collection = 'tickets'): Write => ({
  op: 'insert',
  collection,
  id,
  doc,
});

/** Of what was written once. */
const replacement = (id: string, doc: object): Write => ({
  op: 'replace',
  collection: 'tickets',
  id,
  version: 1,
  doc,
});

export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;
    let tickets: Collection<Ticket>;

    beforeEach(async () => {
      under = await open();
      store = under.store;
      tickets = store.collection<Ticket>(TICKETS);
    });
    afterEach(() => under.dispose());

    const add = (docs: Record<string, Ticket>) =>
      store.commit(Object.entries(docs).map(([id, doc]) => insert(id, doc)));
    const idsOf = async (query: Query) => (await tickets.find(query)).items.map(({ id }) => id);
    const matching = async (where: Filter['where']) => (await idsOf({ where })).join(' ');

    describe('one document', () => {
      it('comes back as it was written, with version 1', async () => {
        const doc = {
          title: 'Đơn đề nghị “cấp giấy phép” 😀',
          clock: { dueAt: null },
          note: [1.5, { sâu: [true, ''] }],
        };
        await add({ a: doc });
        expect(await tickets.get('a')).toEqual({ id: 'a', version: 1, doc });
      });

      it('is null when there is none', async () => {
        expect(await tickets.get('nowhere')).toBeNull();
      });

      it('survives quotes, backslashes, control characters and both Unicode forms', async () => {
        const titles = ['\'; DROP TABLE "x"; --', 'a\\b', 'dòng\n\u0000mới', 'é', 'e\u0301', '𠀋'];
        await add(Object.fromEntries(titles.map((title, n) => [`k${n}`, { title }])));
        const found = await Promise.all(
          titles.map((title) =>
            tickets.find({ where: { title }, sort: [{ field: 'title', direction: 'asc' }] }),
          ),
        );
        expect(found.map(({ items }) => items.map(({ doc }) => doc.title))).toEqual(
          titles.map((title) => [title]),
        );
      });

      it('may have fields named like what every object has', async () => {
        const words =
          '{"constructor":[{"a":1}],"toString":[[{}]],"__proto__":[{"b":{"hasOwnProperty":[{}]}}]}';
        await add({ k: JSON.parse(words) });
        expect(JSON.stringify((await tickets.get('k'))!.doc)).toBe(words);
      });

      it('may be several megabytes', async () => {
        const note = 'ễ'.repeat(3_000_000);
        await add({ big: { note } });
        expect((await tickets.get('big'))?.doc.note).toBe(note);
      });

      it('is found among many by id, in the order asked, missing ones left out', async () => {
        await add({ a: { rank: 1 }, b: { rank: 2 }, c: { rank: 3 } });
        expect((await tickets.getMany(['c', 'x', 'a'])).map(({ id }) => id)).toEqual(['c', 'a']);
        expect(await tickets.getMany([])).toEqual([]);
      });
    });

    describe('filters', () => {
      beforeEach(() =>
        add({
          a: { unit: 'tp', rank: 1, title: 'An', urgent: true, tags: ['x', 'y'], holders: [{ unit: 'tp' }] },
          b: { unit: 'tp', rank: 2, title: 'Ân', urgent: false, tags: ['y'], clock: { dueAt: '2026-04-17' } },
          c: { unit: 'xd', rank: 10, title: 'An Giang', tags: [], clock: { dueAt: null } },
          d: { unit: null, rank: -1.5, title: 'an', holders: [{ unit: 'xd', role: 'lead' }, { unit: 'tp' }] },
          e: { title: '1', note: { deep: [{ kind: 'receipt' }, { kind: 'refusal' }] } },
        }),
      );

      it.each<[string, Filter['where'], string]>([
        ['everything without a condition', {}, 'a b c d e'],
        ['everything for an undefined condition', { unit: undefined }, 'a b c d e'],
        ['equal strings, case and accents apart', { title: 'An' }, 'a'],
        ['equal numbers', { rank: -1.5 }, 'd'],
        ['true', { urgent: true }, 'a'],
        ['false, which is not absence', { urgent: false }, 'b'],
        ['a number for which a string stands', { title: 1 as never }, ''],
        ['null for null and missing', { unit: null }, 'd e'],
        ['one of several', { rank: { in: [1, 10, 99] } }, 'a c'],
        ['one of several, the missing among them', { urgent: { in: [true, null] } }, 'a c d e'],
        ['one of none', { rank: { in: [] } }, ''],
        ['a range of numbers', { rank: { gt: 1, lte: 10 } }, 'b c'],
        ['a range open below, without the missing', { rank: { lt: 2 } }, 'a d'],
        ['a range open above', { rank: { gte: 2 } }, 'b c'],
        ['a range of strings', { 'clock.dueAt': { gte: '2026-01-01', lt: '2027' } }, 'b'],
        ['a range of strings, numbers left out', { rank: { gte: '' } }, ''],
        ['a range of numbers, strings left out', { title: { gte: 0 } }, ''],
        ['a range without bounds', { rank: { gte: undefined } }, 'a b c d e'],
        ['a prefix', { title: { prefix: 'An' } }, 'a c'],
        ['the empty prefix: every string', { title: { prefix: '' } }, 'a b c d e'],
        ['existing', { 'clock.dueAt': { exists: true } }, 'b'],
        ['absent, null or missing', { 'clock.dueAt': { exists: false } }, 'a c d e'],
        ['not, the missing too', { unit: { not: 'tp' } }, 'c d e'],
        ['not null', { unit: { not: null } }, 'a b c'],
        ['several paths at once', { unit: 'tp', urgent: false }, 'b'],
        ['an element of an indexed array', { tags: 'y' }, 'a b'],
        ['an element of a path through an array', { 'holders.unit': 'tp' }, 'a d'],
        ['any element in a list', { 'holders.unit': { in: ['xd', 'zz'] } }, 'd'],
        ['any element by prefix', { tags: { prefix: 'x' } }, 'a'],
        ['no element equal', { tags: { not: 'x' } }, 'b c d e'],
        ['some element at all', { tags: { exists: true } }, 'a b'],
        ['no element at all', { tags: { exists: false } }, 'c d e'],
        ['a path without an index', { 'holders.role': 'lead' }, 'd'],
        ['a path without an index, through arrays', { 'note.deep.kind': 'refusal' }, 'e'],
        ['not, on a path without an index', { 'note.deep.kind': { not: 'refusal' } }, 'a b c d'],
        ['existing, on a path without an index', { note: { exists: true } }, 'e'],
        ['null, on a path without an index', { 'note.deep': null }, 'a b c d'],
      ])('find %s', async (_name, where, ids) => {
        expect(await matching(where)).toBe(ids);
        expect(await tickets.count({ where })).toBe(ids === '' ? 0 : ids.split(' ').length);
      });

      it('take any of several alternatives, nested and beside other conditions', async () => {
        const anyOf: Filter[] = [
          { where: { 'holders.unit': 'xd' } },
          { where: { unit: 'tp' }, anyOf: [{ where: { urgent: true } }, { where: { tags: 'zz' } }] },
        ];
        expect(await idsOf({ anyOf })).toEqual(['a', 'd']);
        expect(await idsOf({ where: { rank: { gt: 0 } }, anyOf })).toEqual(['a']);
        expect(await idsOf({ anyOf: [] })).toEqual([]);
      });

      it('count up to a bound and no further', async () => {
        expect(await tickets.count({}, { atMost: 3 })).toBe(3);
        expect(await tickets.count({}, { atMost: 30 })).toBe(5);
      });
    });

    describe('order and pages', () => {
      it('sorts missing first, then numbers, then strings by code point, then booleans', async () => {
        await add({
          z: {},
          null: { rank: null },
          two: { rank: 2 },
          ten: { rank: 10 },
          text: { rank: '1' as never },
          tilde: { rank: 'ế' as never },
          astral: { rank: '𠀋' as never },
          high: { rank: '\uff21' as never },
          yes: { rank: true as never },
          no: { rank: false as never },
        });
        const order = ['null', 'z', 'two', 'ten', 'text', 'tilde', 'high', 'astral', 'no', 'yes'];
        expect(await idsOf({ sort: [{ field: 'rank', direction: 'asc' }] })).toEqual(order);
        const descending = await idsOf({ sort: [{ field: 'rank', direction: 'desc' }] });
        expect(descending).toEqual([...order].reverse());
      });

      it('walks every document once by cursor, ties and missing values included', async () => {
        const docs = Array.from({ length: 57 }, (_, n) => [
          `t${String(n).padStart(2, '0')}`,
          { unit: ['a', 'b', null][n % 3], clock: n % 5 === 0 ? {} : { dueAt: `2026-0${(n % 4) + 1}` } },
        ]);
        await add(Object.fromEntries(docs));
        for (const direction of ['asc', 'desc'] as const) {
          const query: Query = {
            sort: [
              { field: 'unit', direction },
              { field: 'clock.dueAt', direction },
            ],
          };
          const whole = await idsOf(query);
          expect(new Set(whole).size).toBe(57);
          expect(await walk(tickets, { ...query, limit: 7 })).toEqual(whole);
        }
      });

      it('keeps its place when documents come and go between pages', async () => {
        await add({ a: { rank: 1 }, b: { rank: 2 }, c: { rank: 3 }, d: { rank: 4 } });
        const query: Query = { sort: [{ field: 'rank', direction: 'asc' }], limit: 2 };
        const first = await tickets.find(query);
        await store.commit([{ op: 'delete', collection: 'tickets', id: 'b' }, insert('aa', { rank: 0 })]);
        const second = await tickets.find({ ...query, cursor: first.next as string });
        expect(second.items.map(({ id }) => id)).toEqual(['c', 'd']);
        expect(second.next).toBeUndefined();
      });

      it("refuses another query's cursor and a damaged one", async () => {
        await add({ a: { rank: 1 }, b: { rank: 2 } });
        const query: Query = { sort: [{ field: 'rank', direction: 'asc' }], limit: 1 };
        const cursor = (await tickets.find(query)).next as string;
        const refusal = { name: 'Problem', code: 'store.bad-cursor', status: 400 };
        for (const other of [
          { ...query, where: { unit: 'tp' }, cursor },
          { limit: 1, cursor },
          { ...query, cursor: 'AAAA' },
          { ...query, cursor: '' },
        ])
          await expect(tickets.find(other)).rejects.toMatchObject(refusal);
      });

      it('refuses a limit outside 1..1000 and a sort without an index', async () => {
        await expect(tickets.find({ limit: 0 })).rejects.toThrow(RangeError);
        await expect(tickets.find({ limit: 1001 })).rejects.toThrow(RangeError);
        await expect(tickets.find({ sort: [{ field: 'note', direction: 'asc' }] })).rejects.toThrow('index');
      });

      it('gives a hundred when no limit is named', async () => {
        await store.commit(Array.from({ length: 101 }, (_, n) => insert(`n${n}`, { rank: n })));
        const page = await tickets.find({});
        expect(page.items).toHaveLength(100);
        expect(page.next).toEqual(expect.any(String));
      });
    });

    describe('a commit', () => {
      it('replaces at the version read and counts it up', async () => {
        await add({ a: { rank: 1, tags: ['x'] } });
        await store.commit([
          { op: 'replace', collection: 'tickets', id: 'a', version: 1, doc: { rank: 2, tags: ['y'] } },
        ]);
        expect(await tickets.get('a')).toEqual({ id: 'a', version: 2, doc: { rank: 2, tags: ['y'] } });
        expect(await matching({ tags: 'x' })).toBe('');
        expect(await matching({ tags: 'y' })).toBe('a');
      });

      it.each<[string, Write]>([
        [
          'a replacement of another version',
          { op: 'replace', collection: 'tickets', id: 'a', version: 7, doc: {} },
        ],
        [
          'a replacement of nothing',
          { op: 'replace', collection: 'tickets', id: 'gone', version: 1, doc: {} },
        ],
        [
          'a guarded deletion of another version',
          { op: 'delete', collection: 'tickets', id: 'a', version: 2 },
        ],
        ['a guarded deletion of nothing', { op: 'delete', collection: 'tickets', id: 'gone', version: 1 }],
      ])('refuses %s, and with it everything beside it', async (_name, guarded) => {
        await add({ a: { rank: 1 } });
        const refused = store.commit([insert('b', { rank: 2 }), guarded, insert('c', { rank: 3 })]);
        await expect(refused).rejects.toThrow(StoreConflict);
        await expect(refused).rejects.toMatchObject({ collection: 'tickets', id: guarded.id });
        expect(await idsOf({})).toEqual(['a']);
      });

      it('deletes, and an unguarded deletion of nothing is no error', async () => {
        await add({ a: { tags: ['x'] } });
        await store.commit([
          { op: 'delete', collection: 'tickets', id: 'a', version: 1 },
          { op: 'delete', collection: 'tickets', id: 'gone' },
        ]);
        expect(await tickets.count({})).toBe(0);
        expect(await matching({ tags: 'x' })).toBe('');
      });

      it('puts a document in, or in the place of what is there, with its indexes', async () => {
        const put = (id: string, doc: object): Write => ({ op: 'put', collection: 'tickets', id, doc });
        await add({ a: { tags: ['x'], rank: 1 }, b: { rank: 5 } });
        await store.commit([put('a', { tags: ['y'], rank: 2 }), put('c', { tags: ['x'], rank: 3 })]);
        expect((await tickets.getMany(['a', 'c'])).map(({ version }) => version)).toEqual([2, 1]);
        expect([await matching({ tags: 'x' }), await matching({ tags: 'y' })]).toEqual(['c', 'a']);
        expect(await matching({ rank: { lte: 3 } })).toBe('a c');
      });

      it('refuses a stale replacement beside a put, and with it the put', async () => {
        await add({ a: { rank: 1 } });
        const refused = store.commit([
          { op: 'put', collection: 'tickets', id: 'p', doc: { rank: 9 } },
          { op: 'put', collection: 'tickets', id: 'p', doc: { rank: 8 } },
          { op: 'replace', collection: 'tickets', id: 'a', version: 7, doc: { rank: 2 } },
        ]);
        await expect(refused).rejects.toThrow(StoreConflict);
        expect(await idsOf({})).toEqual(['a']);
      });

      it.each<[string, Write[], string]>([
        ['an id', [insert('a', {})], 'id'],
        ['a unique value', [insert('b', { code: 'H01' })], 'byCode'],
        ['a unique pair', [insert('b', { book: 'cv', year: 2026 })], 'byNumber'],
        ['a unique value within itself', [insert('b', { code: 'X' }), insert('c', { code: 'X' })], 'byCode'],
      ])('refuses %s taken before and names the index', async (_name, writes, index) => {
        await add({ a: { code: 'H01', book: 'cv', year: 2026 } });
        const refused = store.commit([insert('z', { rank: 1 }), ...writes]);
        await expect(refused).rejects.toThrow(DuplicateKey);
        await expect(refused).rejects.toMatchObject({ collection: 'tickets', index });
        expect(await idsOf({})).toEqual(['a']);
      });

      it('holds documents that lack a field to no unique index', async () => {
        await add({ a: {}, b: {}, c: { book: 'cv' }, d: { book: 'cv' } });
        expect(await tickets.count({})).toBe(4);
      });

      it('lets a unique value go with its document', async () => {
        await add({ a: { code: 'H01' } });
        await store.commit([{ op: 'delete', collection: 'tickets', id: 'a' }, insert('b', { code: 'H01' })]);
        expect(await matching({ code: 'H01' })).toBe('b');
      });

      it('spans collections, all or nothing', async () => {
        const notes = store.collection<{ text: string }>({ name: 'notes', indexes: [] });
        await store.commit([insert('a', {}), insert('n', { text: 'một' }, 'notes')]);
        await expect(store.commit([insert('n2', { text: 'hai' }, 'notes'), insert('a', {})])).rejects.toThrow(
          DuplicateKey,
        );
        expect((await notes.find({})).items.map(({ id }) => id)).toEqual(['n']);
      });

      it('writes a thousand documents at once', async () => {
        await store.commit(Array.from({ length: 1000 }, (_, n) => insert(`n${n}`, { rank: n, tags: ['x'] })));
        expect(await tickets.count({ where: { tags: 'x' } })).toBe(1000);
      });

      it('refuses a collection that was never declared', async () => {
        await expect(store.commit([insert('a', {}, 'unknown')])).rejects.toThrow('unknown');
      });

      it('of nothing is allowed', async () => {
        await expect(store.commit([])).resolves.toBeUndefined();
      });
    });

    describe('side by side', () => {
      it('two hundred commits all land', async () => {
        await Promise.all(
          Array.from({ length: 200 }, (_, n) => store.commit([insert(`n${n}`, { rank: n })])),
        );
        expect(await tickets.count({})).toBe(200);
      });

      it('of many replacements of one version exactly one wins', async () => {
        await add({ a: { rank: 0 } });
        const tries = await Promise.allSettled(
          Array.from({ length: 20 }, (_, n) =>
            store.commit([
              { op: 'replace', collection: 'tickets', id: 'a', version: 1, doc: { rank: n + 1 } },
            ]),
          ),
        );
        expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect((await tickets.get('a'))?.version).toBe(2);
      });

      it('a refused commit leaves its neighbours alone', async () => {
        await add({ a: { code: 'X' }, e: { rank: 1, tags: ['đỏ'] } });
        const outcomes = await Promise.allSettled([
          store.commit([replacement('a', { code: 'X', tags: ['nâu'] })]),
          store.commit([replacement('e', { rank: 2, tags: ['xanh'] }), insert('c2', { code: 'X' })]),
          store.commit([replacement('e', { rank: 3, tags: ['vàng'] })]),
          store.commit([insert('d', { rank: 1 })]),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        expect(await idsOf({})).toEqual(['a', 'd', 'e']);
        expect(await idsOf({ where: { tags: { exists: true } } })).toEqual(['a', 'e']);
        expect(await matching({ tags: 'vàng', rank: 3 })).toBe('e');
      });
    });

    describe('sequences', () => {
      it('start at nothing and count from one, each key by itself', async () => {
        expect(await store.sequence('H01/2026')).toBe(0);
        await store.commit({
          take: ['H01/2026', 'other', 'H01/2026'],
          writes: (numbers) => [insert('a', { rank: numbers['H01/2026'], year: numbers['other'] })],
        });
        expect((await tickets.get('a'))?.doc).toEqual({ rank: 1, year: 1 });
        expect(await store.sequence('H01/2026')).toBe(1);
      });

      it('have neither gap nor double when every third commit is refused', async () => {
        await add({ taken: { code: 'X' } });
        const outcomes = await Promise.allSettled(
          Array.from({ length: 120 }, (_, n) =>
            store.commit({
              take: ['book'],
              writes: (numbers) => [
                insert(`n${n}`, n % 3 === 0 ? { code: 'X' } : { rank: numbers['book'] as number }),
              ],
            }),
          ),
        );
        expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(40);
        const page = await tickets.find({
          where: { rank: { exists: true } },
          sort: [{ field: 'rank', direction: 'asc' }],
        });
        expect(page.items.map(({ doc }) => doc.rank)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
        expect(await store.sequence('book')).toBe(80);
      });

      it('give back a number when working out the writes fails', async () => {
        const failing = store.commit({
          take: ['book'],
          writes: () => {
            throw new Error('no such form');
          },
        });
        await expect(failing).rejects.toThrow('no such form');
        expect(await store.sequence('book')).toBe(0);
      });
    });

    describe('over time', () => {
      it('finds everything again after closing and opening', async () => {
        await store.commit({ take: ['book'], writes: () => [insert('a', { rank: 1, tags: ['x'] })] });
        store = await under.reopen();
        tickets = store.collection<Ticket>(TICKETS);
        expect(await matching({ tags: 'x', rank: 1 })).toBe('a');
        expect(await store.sequence('book')).toBe(1);
      });

      it('rewrites and deletes what was written before it was opened, and all its indexes with it', async () => {
        await add({ a: { rank: 1, tags: ['x', 'y'] }, b: { rank: 1, tags: ['x'] } });
        store = await under.reopen();
        tickets = store.collection<Ticket>(TICKETS);
        await store.commit([
          replacement('a', { rank: 2, tags: ['y', 'z'] }),
          { op: 'delete', collection: 'tickets', id: 'b' },
        ]);
        expect(await matching({ tags: 'x' })).toBe('');
        expect(await matching({ tags: 'y', rank: 2 })).toBe('a');
        await add({ b: { rank: 3 } });
        expect(await matching({ tags: { in: ['x', 'z'] } })).toBe('a');
      });

      it('keeps the indexes of others when somebody declares less', async () => {
        const less = store.collection<Ticket>({ name: 'tickets', indexes: [] });
        await store.commit([insert('a', { rank: 4, tags: ['đỏ'] })]);

        expect((await less.find({ where: { rank: 4 } })).items).toHaveLength(1);
        expect((await tickets.find({ where: { rank: { gt: 3 } } })).items).toHaveLength(1);
        expect((await tickets.find({ where: { tags: 'đỏ' } })).items).toHaveLength(1);
      });

      it('indexes what is already there when a declaration grows, and changes kind', async () => {
        await add({ a: { code: 'X', note: ['p', 'q'] }, b: { code: 'Y', note: ['q'] } });
        store = await under.reopen();
        const wider = store.collection<Ticket>({
          name: 'tickets',
          indexes: [
            { name: 'byCode', fields: ['code'] },
            { name: 'byNote', fields: ['note'], many: true },
          ],
        });
        expect((await wider.find({ where: { note: 'q' } })).items.map(({ id }) => id)).toEqual(['a', 'b']);
        await store.commit([insert('c', { code: 'X', note: ['p'] })]);
        const both = await wider.find({
          where: { code: 'X', note: 'p' },
          sort: [{ field: 'code', direction: 'desc' }],
        });
        expect(both.items.map(({ id }) => id)).toEqual(['c', 'a']);
      });

      it('answers a ping while open, and refuses work when closed', async () => {
        await expect(store.ping()).resolves.toBeUndefined();
        await store.close();
        await store.close();
        await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'closed' });
        await expect(store.commit([insert('a', {})])).rejects.toMatchObject({ name: 'StoreUnavailable' });
        await expect(tickets.get('a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
      });

      it('finishes what was asked before it closes', async () => {
        const asked = Promise.all(Array.from({ length: 50 }, (_, n) => store.commit([insert(`n${n}`, {})])));
        await store.close();
        await asked;
        store = await under.reopen();
        expect(await store.collection(TICKETS).count({})).toBe(50);
      });
    });
  });
}

/** Ids of every page in turn. */
export async function walk<T extends object>(collection: Collection<T>, query: Query): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await collection.find(cursor === undefined ? query : { ...query, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    if (cursor === undefined) return ids;
  }
}
