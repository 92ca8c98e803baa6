import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storeMessages } from '../../server/store/messages.ts';
import { connect } from '../../server/store/sqlite/connection.ts';
import { openSqliteSnapshot } from '../../server/store/sqlite/open-sqlite-snapshot.ts';
import { DATABASE_FILE, openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Filter, IndexSpec } from '../../server/store/store.ts';
import { insert } from './contract.ts';

/** As the first releases wrote it: generated columns, and triggers that keep side tables. */
const WRITTEN_BEFORE = `
  CREATE TABLE motcua_schema (version INTEGER NOT NULL) STRICT;
  INSERT INTO motcua_schema (version) VALUES (1);
  CREATE TABLE motcua_sequences (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  CREATE TABLE c_things (id TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
  ALTER TABLE c_things ADD COLUMN v_rank ANY GENERATED ALWAYS AS (coalesce(json_extract(doc, '$."rank"'), -9e999)) VIRTUAL;
  CREATE INDEX "c_things/i:byRank#11111111" ON c_things (v_rank, id);
  CREATE TABLE "c_things/m:byTag#22222222" (value ANY NOT NULL, id TEXT NOT NULL, PRIMARY KEY (value, id)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER "c_things/m:byTag#22222222:insert" AFTER INSERT ON c_things BEGIN
    INSERT INTO "c_things/m:byTag#22222222" (value, id) SELECT value, NEW.id FROM json_each(NEW.doc, '$.tags');
  END;
  INSERT INTO c_things (id, version, doc) VALUES ('old', 3, '{"rank":7,"tags":["đỏ"]}');
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

const things = { name: 'things', indexes: [{ name: 'byRank', fields: ['rank'] }] };

async function fill(): Promise<void> {
  const store = openSqliteStore({ folder });
  store.collection(things);
  await store.commit(
    Array.from({ length: 500 }, (_, rank) => insert(`n${rank}`, { rank, note: 'x'.repeat(200) }, 'things')),
  );
  await store.close();
}

/** As a disk does that lost a page. */
async function damage(): Promise<void> {
  const file = await open(join(folder, DATABASE_FILE), 'r+');
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 6);
  await file.close();
}

function database<T>(work: (connection: ReturnType<typeof connect>) => T): T {
  const connection = connect(join(folder, DATABASE_FILE));
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

describe('the start of the embedded store', () => {
  it('makes the folder', async () => {
    const store = openSqliteStore({ folder: join(folder, 'a/b') });
    await store.close();
    expect(await readdir(join(folder, 'a/b'))).toContain(DATABASE_FILE);
  });

  it('is refused while another has the folder, and works once that one closed', async () => {
    const first = openSqliteStore({ folder });
    expect(() => openSqliteStore({ folder })).toThrow(
      expect.objectContaining({ name: 'Problem', code: 'store.folder-in-use', values: { folder } }),
    );
    await first.commit([]);
    await first.close();
    await openSqliteStore({ folder }).close();
  });

  it('is refused on data of a newer version, which stay as they are', async () => {
    await fill();
    database(({ script }) => script('INSERT INTO motcua_schema (version) VALUES (99)'));
    for (const _again of [1, 2])
      expect(() => openSqliteStore({ folder })).toThrow(
        expect.objectContaining({
          code: 'store.newer-schema',
          values: { found: 99, known: expect.any(Number) },
        }),
      );
  });

  it('is refused on a damaged file, without further damage', async () => {
    await fill();
    await damage();
    expect(() => openSqliteStore({ folder })).toThrow(
      expect.objectContaining({ code: 'store.damaged', values: { folder, finding: expect.any(String) } }),
    );
  });

  it('does not wait until a large file is looked through, and takes no more writes when it is damaged', async () => {
    await fill();
    await damage();
    const store = openSqliteStore({ folder, checkedFirst: 0 });
    const pings = async () => {
      for (;;) {
        await store.ping();
        await new Promise(setImmediate);
      }
    };
    await expect(pings()).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(store.commit([])).rejects.toMatchObject({ reason: 'corrupt' });
    await store.close();
  });

  it('ends looking through a large file when it is closed', async () => {
    await fill();
    const store = openSqliteStore({ folder, checkedFirst: 0 });
    store.collection(things);
    await store.commit([insert('more', { rank: 1 }, 'things')]);
    await store.close();
    const again = openSqliteStore({ folder });
    expect(await again.collection(things).count({})).toBe(501);
    await again.close();
  });

  it('is refused on a file that is no database', async () => {
    await writeFile(join(folder, DATABASE_FILE), 'Đây không phải là cơ sở dữ liệu. '.repeat(200));
    expect(() => openSqliteStore({ folder })).toThrow(expect.objectContaining({ code: 'store.damaged' }));
  });

  it('has a sentence for each refusal in both languages', () => {
    for (const code of ['store.folder-in-use', 'store.newer-schema', 'store.damaged'])
      expect(storeMessages[code]).toEqual({
        vi: { title: expect.any(String), detail: expect.any(String) },
        en: { title: expect.any(String), detail: expect.any(String) },
      });
  });

  it('drops the indexes no longer declared, and keeps those that are', async () => {
    await fill();
    const indexes = () =>
      database(({ rows }) =>
        rows("SELECT name FROM sqlite_schema WHERE name LIKE 'c_things/%'").map(([name]) => name as string),
      );
    const before = indexes();
    await fillAgain([...things.indexes, { name: 'byNote', fields: ['note'], many: true }]);
    expect(indexes()).toEqual(expect.arrayContaining([...before, expect.stringContaining('m:byNote')]));
    await fillAgain(things.indexes);
    expect(indexes()).toEqual(before);
  });

  it('fills a new index with what is there', async () => {
    await fill();
    const store = openSqliteStore({ folder });
    const widened = [{ name: 'byPlace', fields: ['place.floor'] }, ...things.indexes];
    const collection = store.collection({ name: 'things', indexes: widened });
    await store.commit([insert('upstairs', { rank: -1, place: { floor: 2 } }, 'things')]);

    const found = await collection.find({ where: { 'place.floor': 2 } });
    const rest = await collection.count({ where: { 'place.floor': null } });
    await store.close();

    expect([found.items.map(({ id }) => id), rest]).toEqual([['upstairs'], 500]);
  });

  it('takes over a store whose indexes the database kept by itself', async () => {
    database(({ script }) => script(WRITTEN_BEFORE));
    const store = openSqliteStore({ folder });
    const collection = store.collection<{ rank: number; tags: string[] }>({
      name: 'things',
      indexes: [...things.indexes, { name: 'byTag', fields: ['tags'], many: true }],
    });
    const idsOf = async (where: Filter['where']) =>
      (await collection.find({ where: where! })).items.map(({ id }) => id);

    expect(await idsOf({ rank: 7 })).toEqual(['old']);
    expect(await idsOf({ tags: 'đỏ' })).toEqual(['old']);
    await store.commit([
      { op: 'replace', collection: 'things', id: 'old', version: 3, doc: { rank: 8, tags: ['xanh'] } },
    ]);
    expect([await idsOf({ rank: 7 }), await idsOf({ tags: 'đỏ' })]).toEqual([[], []]);
    expect([await idsOf({ rank: 8 }), await idsOf({ tags: 'xanh' })]).toEqual([['old'], ['old']]);
    await store.close();
    const left = database(({ rows }) =>
      rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' UNION SELECT name FROM pragma_table_xinfo('c_things')",
      ),
    );
    expect(left.flat().sort()).toEqual(['doc', 'id', 'k_rank', 'version']);
  });

  it('drops the way from ids back to the values of a side table, which stores had before', async () => {
    const tagged = { name: 'things', indexes: [{ name: 'byTag', fields: ['tags'], many: true }] };
    const openTagged = () => {
      const store = openSqliteStore({ folder });
      return { store, collection: store.collection<{ tags: string[] }>(tagged) };
    };
    const first = openTagged();
    await first.store.commit([insert('a', { tags: ['đỏ'] }, 'things')]);
    await first.store.close();
    database(({ rows, script }) => {
      const [[side]] = rows("SELECT name FROM sqlite_schema WHERE name LIKE 'c_things/m:byTag#%'") as [
        [string],
      ];
      script(`CREATE INDEX "${side}:id" ON "${side}" (id)`);
    });

    const { store, collection } = openTagged();
    const { items } = await collection.find({ where: { tags: 'đỏ' } });
    await store.close();
    const left = database(({ rows }) => rows("SELECT name FROM sqlite_schema WHERE name LIKE '%:id'"));

    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(left).toEqual([]);
  });

  it('gives out whole what an earlier version kept in one text, and takes it apart when it is written again', async () => {
    await fill();
    const apart = { ...things, apart: ['note'] };
    const store = openSqliteStore({ folder });
    const collection = store.collection<{ rank: number; note: string }>(apart);
    const before = (await collection.get('n7'))!;
    const changed = { ...before.doc, rank: -7 };
    await store.commit([
      { op: 'replace', collection: 'things', id: 'n7', version: before.version, doc: changed },
    ]);
    expect((await collection.get('n7'))?.doc).toEqual(changed);
    await store.close();
    expect(textsOf('n7')).toEqual(['{"rank":-7}', JSON.stringify({ note: before.doc.note })]);

    // Nor is anything lost when nobody declares it any more.
    const later = openSqliteStore({ folder });
    expect((await later.collection(things).get('n7'))?.doc).toEqual(changed);
    await later.close();
    const snapshot = openSqliteSnapshot({ folder });
    const [raw] = [...snapshot.rows('things')].filter(({ id }) => id === 'n7');
    snapshot.close();
    expect(JSON.parse(raw!.json)).toEqual(changed);
  });

  it('refuses an index on what is kept apart, and a query for it', async () => {
    const store = openSqliteStore({ folder });
    expect(() => store.collection({ ...things, apart: ['rank'] })).toThrow('byRank');
    const collection = store.collection({ ...things, apart: ['note'] });
    await expect(collection.find({ where: { 'note.text': 'x' } })).rejects.toThrow('note.text');
    await store.close();
  });

  /** As they stand: the document's own, and that of what is kept apart. */
  const textsOf = (id: string) =>
    database(({ rows }) =>
      rows('SELECT t.doc, a.doc FROM c_things t JOIN "c_things/apart" a ON a.id = t.id WHERE t.id = ?', [id]),
    )[0];

  async function fillAgain(declared: IndexSpec[]): Promise<void> {
    const store = openSqliteStore({ folder });
    store.collection({ name: 'things', indexes: declared });
    await store.close();
  }
});

describe('the plan of a query', () => {
  it('goes by the declared index, in its order, from the cursor on', async () => {
    const store = openSqliteStore({ folder });
    store.collection({ name: 'inbox', indexes: [{ name: 'byUnitDue', fields: ['unit', 'dueAt'] }] });
    await store.close();
    const Database = createRequire(import.meta.url)('libsql') as typeof import('libsql');
    const file = new Database(join(folder, DATABASE_FILE));
    const plan = file
      .prepare(
        `EXPLAIN QUERY PLAN SELECT t.id FROM c_inbox t WHERE t."k_unit" = ? AND (t."k_dueAt", t.id) > (?, ?) ORDER BY t."k_dueAt" asc, t.id asc LIMIT 20`,
      )
      .all('tp', '2026', 'a') as { detail: string }[];
    file.close();
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH t USING (COVERING )?INDEX .*byUnitDue.*\(k_unit=\? AND \(k_dueAt,id\)>/),
    ]);
  });
});
