import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storeMessages } from '../../server/store/messages.ts';
import { connect } from '../../server/store/sqlite/connection.ts';
import { DATABASE_FILE, openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { IndexSpec } from '../../server/store/store.ts';
import { insert } from './contract.ts';

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
    const file = await open(join(folder, DATABASE_FILE), 'r+');
    await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 6);
    await file.close();
    expect(() => openSqliteStore({ folder })).toThrow(
      expect.objectContaining({ code: 'store.damaged', values: { folder, finding: expect.any(String) } }),
    );
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
        `EXPLAIN QUERY PLAN SELECT t.id FROM c_inbox t WHERE t."v_unit" = ? AND (t."v_dueAt", t.id) > (?, ?) ORDER BY t."v_dueAt" asc, t.id asc LIMIT 20`,
      )
      .all('tp', '2026', 'a') as { detail: string }[];
    file.close();
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH t USING (COVERING )?INDEX .*byUnitDue.*\(v_unit=\? AND \(v_dueAt,id\)>/),
    ]);
  });
});
