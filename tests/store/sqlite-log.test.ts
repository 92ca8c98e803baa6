import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DATABASE_FILE, openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { insert } from './contract.ts';

const THINGS = { name: 'things', indexes: [] };
const KILOBYTES = 12;
const AT_ONCE = 50;
const COMMITS = 8_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const sizeOf = async (file: string) => (await stat(join(folder, file))).size / 2 ** 20;

describe('the log of the embedded store', () => {
  it('is moved into the database while it is being written, and loses nothing', async () => {
    const store = openSqliteStore({ folder });
    store.collection(THINGS);
    const note = 'x'.repeat(KILOBYTES * 1024);
    let written = 0;
    // A hundred megabytes: several times what it holds before it is moved.
    while (written < COMMITS) {
      const ids = Array.from({ length: AT_ONCE }, (_, index) => `n${written + index}`);
      await Promise.all(ids.map((id) => store.commit([insert(id, { note }, 'things')])));
      written += AT_ONCE;
    }
    const sizes = [await sizeOf(DATABASE_FILE), await sizeOf(`${DATABASE_FILE}-wal`)];
    expect(sizes[0]).toBeGreaterThan(40);
    expect(sizes[1]).toBeLessThan(60);
    await store.close();

    const again = openSqliteStore({ folder });
    expect(await again.collection(THINGS).count({})).toBe(COMMITS);
    await again.close();
    expect(await sizeOf(DATABASE_FILE)).toBeGreaterThan(90);
  }, 60_000);
});
