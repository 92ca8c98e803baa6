import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { hearRefusal, tellRefusal } from '../../server/store/sqlite/refusals.ts';
import { openThreadedWriter } from '../../server/store/sqlite/threaded-writer.ts';
import { NumberTaken } from '../../server/store/sqlite/write.ts';
import { DuplicateKey, StoreConflict, StoreUnavailable } from '../../server/store/store.ts';
import { insert } from './contract.ts';

const THINGS = { name: 'things', indexes: [] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-thread-'));
});
afterEach(() => rm(folder, { recursive: true }));

const outcomeOf = (commit: Promise<void>) => commit.then(() => 'written', String);

describe('a store that writes in a thread of its own', () => {
  it('answers what is under way before it closes, refuses what comes later, and has all of it afterwards', async () => {
    const store = openSqliteStore({ folder, hasWriterThread: true });
    store.collection(THINGS);
    const ids = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const underWay = ids.map((id) => outcomeOf(store.commit([insert(id, {}, 'things')])));
    const closed = store.close();
    const late = outcomeOf(store.commit([insert('late', {}, 'things')]));
    expect(new Set(await Promise.all(underWay))).toEqual(new Set(['written']));
    expect(await late).toBe('StoreUnavailable: the store is closed');
    await closed;

    const again = openSqliteStore({ folder });
    expect(await again.collection(THINGS).count({})).toBe(ids.length);
    await again.close();
  });

  it('reads what it has written as soon as it is told so', async () => {
    const store = openSqliteStore({ folder, hasWriterThread: true });
    const things = store.collection<{ turn: number }>(THINGS);
    await store.commit([insert('a', { turn: 0 }, 'things')]);
    for (let turn = 1; turn <= 50; turn++) {
      const { version } = (await things.get('a'))!;
      await store.commit([{ op: 'replace', collection: 'things', id: 'a', version, doc: { turn } }]);
      expect((await things.get('a'))?.doc).toEqual({ turn });
    }
    await store.close();
  });

  it('refuses everything, and still closes, when the thread cannot work', async () => {
    const writer = openThreadedWriter(join(folder, 'missing/motcua.db'))!;
    const commit = { numbers: [], writes: [] };
    await expect(writer.run(commit)).rejects.toThrow('the store is unreachable');
    await expect(writer.run(commit)).rejects.toThrow(StoreUnavailable);
    await writer.close();
  });
});

describe('a refusal that crosses between threads', () => {
  const refusals = [
    new StoreConflict('tasks', 't1'),
    new DuplicateKey('jobs', 'id'),
    new NumberTaken('H01/2026'),
    new StoreUnavailable('full', new Error('database or disk is full')),
    new StoreUnavailable('closed'),
  ];
  it.each(refusals.map((refusal) => ({ refusal, told: String(refusal) })))(
    'is of the same kind on the other side: $told',
    ({ refusal }) => {
      const heard = hearRefusal(structuredClone(tellRefusal(refusal)));
      expect(heard).toBeInstanceOf(refusal.constructor);
      expect({ ...heard, message: heard.message }).toEqual({ ...refusal, message: refusal.message });
    },
  );

  it('says what went wrong when it is of no kind of the store', () => {
    const heard = hearRefusal(structuredClone(tellRefusal(new TypeError('never declared'))));
    expect(String(heard)).toBe('TypeError: never declared');
  });
});
